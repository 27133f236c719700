// The lines of a genogram (McGoldrick, Gerson & Petry): a bar under a couple, and lines from it down to their
// children.
import type { Position } from '$generated/Position';
import { type CoupleLine, coupleBars, coupleLine } from './couple-line';
import { type Descents, descentLines } from './descent-line';
import type { Family } from './kin';

export type FamilyLines = Descents & { couples: CoupleLine[] };

/** Returns the lines between people who have places. A union in which somebody has no place is not drawn. */
export function familyLines(family: Family, places: Map<string, Position>): FamilyLines {
  const unions = family.unions.filter((union) =>
    [...union.partners, ...union.children.map((child) => child.id)].every((id) => places.has(id)),
  );
  const bars = coupleBars(unions, places);
  const withChildren = unions.filter((union) => union.children.length);
  return { couples: [...bars.values()].map(coupleLine), ...descentLines(withChildren, places, bars) };
}
