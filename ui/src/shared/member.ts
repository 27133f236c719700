// A person or an organisation as the map draws it.
import type { DossierView } from '$generated/DossierView';
import type { Position } from '$generated/Position';

export type Member = {
  id: string;
  kind: 'person' | 'organisation';
  name: string;
  relation: string | null;
  sector: string | null;
  ring: string | null;
  ecogram: Position | null;
  circle: Position | null;
  sociogram: Position | null;
  genogram: Position | null;
  group: string | null;
  gives: string[];
  quality: string | null;
  strength: string | null;
  energy: string | null;
  deceased: boolean;
  ties: number;
};

/** The records that make up a network. */
export type NetworkRecords = Pick<DossierView, 'people' | 'organisations' | 'ties'>;

/**
 * Returns all members of a network, ordered by sector, ring and name. The keyboard visits them in this order.
 */
export function members(view: NetworkRecords): Member[] {
  const count = new Map<string, number>();
  for (const tie of view.ties)
    for (const end of [tie.a, tie.b]) if (end) count.set(end, (count.get(end) ?? 0) + 1);
  const people = view.people.map((person) => ({
    ...person,
    kind: 'person' as const,
    deceased: person.life === 'deceased',
    ties: count.get(person.id) ?? 0,
  }));
  const organisations = view.organisations.map((organisation) => ({
    ...organisation,
    kind: 'organisation' as const,
    relation: null,
    genogram: null,
    deceased: false,
    ties: count.get(organisation.id) ?? 0,
  }));
  const key = (member: Member) => `${member.sector ?? '~'} ${member.ring ?? '~'} ${member.name} ${member.id}`;
  return [...people, ...organisations].sort((a, b) => key(a).localeCompare(key(b)));
}

/** Returns whether a member helps by profession: by relation or by sphere of life, as in the analysis. */
export function isProfessional(member: Member): boolean {
  return member.relation === 'professional' || member.sector === 'professionals';
}

/** Returns at most two letters that abbreviate a name. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : undefined];
  return letters
    .map((word) => (word ? Array.from(word)[0] : ''))
    .join('')
    .toLocaleUpperCase();
}
