// The names on a map that has no room for all. Two names on top of each other could not be read.
import type { Position } from '$generated/Position';

export type Box = { left: number; right: number; top: number; bottom: number };

/** The most characters of a name that are written under a mark. */
const LONGEST = 22;

export function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

/** Returns the box that a mark covers. */
export function markBox(at: Position, mark: number): Box {
  return { left: at.x - mark, right: at.x + mark, top: at.y - mark, bottom: at.y + mark };
}

/** Returns the box that a name under a mark covers. */
function nameBox(at: Position, name: string, mark: number, letters: number): Box {
  const half = (shortened(name).length * letters * 0.5) / 2;
  return { left: at.x - half, right: at.x + half, top: at.y + mark + 2, bottom: at.y + mark + 4 + letters };
}

export function covers(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** Returns the boxes that members cover: all marks, and the names of the members in `named`. */
export function drawnBoxes(
  members: { id: string; name: string }[],
  named: Set<string>,
  places: Map<string, Position>,
  mark: number,
  letters: number,
): Box[] {
  return members.flatMap(({ id, name }) => {
    const at = places.get(id);
    return at ? [markBox(at, mark), ...(named.has(id) ? [nameBox(at, name, mark, letters)] : [])] : [];
  });
}

/**
 * Returns the ids whose names fit under their marks, with letters of size `letters` in the map's measure. A
 * name covers neither another name nor another mark, and names that come first in `order` get their room
 * first.
 */
export function fitting(
  order: { id: string; name: string }[],
  places: Map<string, Position>,
  mark: number,
  letters: number,
): Set<string> {
  const marks = order.flatMap(({ id }) => {
    const at = places.get(id);
    return at ? [{ id, box: markBox(at, mark) }] : [];
  });
  const taken: Box[] = [];
  const fits = new Set<string>();
  for (const { id, name } of order) {
    const at = places.get(id);
    if (!at) continue;
    const box = nameBox(at, name, mark, letters);
    if (
      taken.some((other) => covers(box, other)) ||
      marks.some((one) => one.id !== id && covers(box, one.box))
    )
      continue;
    taken.push(box);
    fits.add(id);
  }
  return fits;
}
