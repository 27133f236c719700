// The four ways to draw one network, and the map's own measure.
import type { Position } from '$generated/Position';

/** The views. Each is named after the field of a member that holds its place in the view. */
export const VIEWS = ['ecogram', 'circle', 'sociogram', 'genogram'] as const;
export type View = (typeof VIEWS)[number];

/** The most members that anybody can read in a drawing. */
export const MOST_DRAWN = 500;

/** The id that stands for the client among the ids of members. */
export const CLIENT = 'client';

/** The map's own measure; the screen scales it. The client is in the middle. */
export const SIZE = { width: 1200, height: 800 };
export const MIDDLE = { x: SIZE.width / 2, y: SIZE.height / 2 };

export function toMap(position: Position): Position {
  return { x: position.x * SIZE.width, y: position.y * SIZE.height };
}

/** Returns a point as fractions of the map, inside it, to four digits as the record holds them. */
export function toFraction(point: Position): Position {
  const within = (part: number) => Math.round(Math.min(0.98, Math.max(0.02, part)) * 10_000) / 10_000;
  return { x: within(point.x / SIZE.width), y: within(point.y / SIZE.height) };
}

/** Returns the radius of a mark. It is smaller among many marks, and in the circle, which has less room. */
export function markRadius(count: number, view: View): number {
  const most = view === 'circle' ? 27 : 36;
  return Math.max(14, most * Math.min(1, Math.sqrt(30 / Math.max(1, count))));
}
