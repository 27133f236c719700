// Which names are written on a map that has no room for all: nobody reads two names through each other.
import type { Position } from '../generated/Position';

type Box = { left: number; right: number; top: number; bottom: number };

/** The longest name that is written out under a mark. */
export const LONGEST = 22;

export function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

/**
 * The ids whose names fit under their marks, of size `letters` in the map's measure. Who stands first in `order` goes
 * first; a name covers neither another name nor another's mark.
 */
export function fitting(order: { id: string; name: string }[], places: Map<string, Position>, mark: number, letters: number): Set<string> {
  const marks = order.flatMap(({ id }) => {
    const at = places.get(id);
    return at ? [{ id, box: { left: at.x - mark, right: at.x + mark, top: at.y - mark, bottom: at.y + mark } }] : [];
  });
  const taken: Box[] = [];
  const fits = new Set<string>();
  for (const { id, name } of order) {
    const at = places.get(id);
    if (!at) continue;
    const half = (shortened(name).length * letters * 0.5) / 2;
    const box = { left: at.x - half, right: at.x + half, top: at.y + mark + 2, bottom: at.y + mark + 4 + letters };
    const covers = (other: Box) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
    if (taken.some(covers) || marks.some((one) => one.id !== id && covers(one.box))) continue;
    taken.push(box);
    fits.add(id);
  }
  return fits;
}
