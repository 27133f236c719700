// The names of the members to whom each member has a tie.
import type { DossierView } from '$generated/DossierView';
import type { Member } from '$shared/member';

/** Returns for the id of each member the names at the other ends of the member's ties. */
export function tiedNames(ties: DossierView['ties'], all: Member[]): Map<string, string[]> {
  const names = new Map(all.map((member) => [member.id, member.name]));
  const tied = new Map<string, string[]>();
  const add = (id: string, other: string) => tied.set(id, [...(tied.get(id) ?? []), names.get(other) ?? '']);
  for (const { a, b } of ties) {
    if (!a || !b) continue;
    add(a, b);
    add(b, a);
  }
  return tied;
}
