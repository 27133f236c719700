// Moving over the map with the arrow keys, to the nearest member in that direction.
import type { Position } from '$generated/Position';

const DIRECTIONS: Record<string, Position> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/**
 * Returns the id of the nearest place in the direction of an arrow key. Distance to the side counts double.
 */
export function nearest(places: Map<string, Position>, from: string, key: string): string {
  const direction = DIRECTIONS[key];
  const start = places.get(from);
  if (!direction || !start) return from;
  let [best, least] = [from, Infinity];
  for (const [id, place] of places) {
    const along = (place.x - start.x) * direction.x + (place.y - start.y) * direction.y;
    const aside = Math.abs((place.x - start.x) * direction.y) + Math.abs((place.y - start.y) * direction.x);
    const distance = along + 2 * aside;
    if (id !== from && along > 0 && distance < least) [best, least] = [id, distance];
  }
  return best;
}

export function isArrow(key: string): boolean {
  return key in DIRECTIONS;
}
