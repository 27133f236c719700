// Layers over the map: whom to show, and whether by name.
import { type Member, isProfessional } from '$shared/member';

export type Filter = {
  /** Only who gives this kind of support. */
  support: string | null;
  /** Only professionals, only others, or both. */
  professionals: 'all' | 'only' | 'without';
  /** Only who came since; null shows everybody. */
  since: Set<string> | null;
};

export const EVERYBODY: Filter = { support: null, professionals: 'all', since: null };

export function shows(filter: Filter, member: Member): boolean {
  if (filter.support && !member.gives.includes(filter.support)) return false;
  if (filter.professionals !== 'all' && isProfessional(member) !== (filter.professionals === 'only')) return false;
  return !filter.since || filter.since.has(member.id);
}

export function isEverybody(filter: Filter): boolean {
  return !filter.support && filter.professionals === 'all' && !filter.since;
}
