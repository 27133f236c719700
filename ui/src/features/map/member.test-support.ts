// Invented members for the tests of the map.
import type { Member } from '$shared/member';

/** Returns a person of whom nothing is known but what `more` says. The id is also the name. */
export function member(id: string, more: Partial<Member> = {}): Member {
  const nothing = { relation: null, sector: null, ring: null, group: null, gives: [] };
  const places = { ecogram: null, circle: null, sociogram: null, genogram: null };
  const tie = { quality: null, strength: null, energy: null, deceased: false, ties: 0 };
  return { id, kind: 'person', name: id, ...nothing, ...places, ...tie, ...more };
}
