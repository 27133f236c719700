// The layers of the map: a filter decides which members show.
import { type Member, isProfessional } from '$shared/member';

export type Filter = {
  /** Shows only members who give this kind of support. */
  support: string | null;
  /** Shows only professionals, only others, or both. */
  professionals: 'all' | 'only' | 'without';
  /** The id of the measuring moment since which the members must have come, or `''`. */
  since: string;
};

export const EVERYBODY: Filter = { support: null, professionals: 'all', since: '' };

/** Returns whether a member passes the filter, whenever the member came. */
export function shows(filter: Filter, member: Member): boolean {
  if (filter.support && !member.gives.includes(filter.support)) return false;
  return filter.professionals === 'all' || isProfessional(member) === (filter.professionals === 'only');
}

export function isEverybody(filter: Filter): boolean {
  return !filter.support && filter.professionals === 'all' && !filter.since;
}
