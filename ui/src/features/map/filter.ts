// The layers of the map: a filter decides which members show.
import { type Member, isProfessional } from '$shared/member';

export type Filter = {
  /** Shows only members who give this kind of support. */
  support: string | null;
  /** Shows only professionals, only others, or both. */
  professionals: 'all' | 'only' | 'without';
  /** Shows only members who came since a moment; `null` shows everybody. */
  since: Set<string> | null;
};

export const EVERYBODY: Filter = { support: null, professionals: 'all', since: null };

export function shows(filter: Filter, member: Member): boolean {
  if (filter.support && !member.gives.includes(filter.support)) return false;
  if (filter.professionals !== 'all' && isProfessional(member) !== (filter.professionals === 'only'))
    return false;
  return !filter.since || filter.since.has(member.id);
}

export function isEverybody(filter: Filter): boolean {
  return !filter.support && filter.professionals === 'all' && !filter.since;
}
