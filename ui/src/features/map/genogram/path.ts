// The places and numbers in the paths of a genogram.
import type { Position } from '$generated/Position';

/** Returns the place of a member. It is always there, because lines are drawn after everybody has a place. */
export function placeIn(places: Map<string, Position>, id: string): Position {
  return places.get(id) ?? { x: 0, y: 0 };
}

/** Writes a number of a path, to one digit behind the point. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
