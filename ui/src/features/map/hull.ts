// The groups of members on a map, and the outline round each.
import { polygonHull } from 'd3-polygon';
import type { Position } from '$generated/Position';

/** Returns a rounded path round all places, at a distance of `room`. */
export function outline(places: Position[], room: number): string {
  const corners = places.flatMap(({ x, y }): [number, number][] =>
    Array.from({ length: 12 }, (_, i) => [
      x + Math.cos((i * Math.PI) / 6) * room,
      y + Math.sin((i * Math.PI) / 6) * room,
    ]),
  );
  const hull = polygonHull(corners);
  return hull ? `M${hull.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z` : '';
}

/**
 * Returns the groups of a map with their members. One member alone is a group too, because others may follow.
 */
export function groups<M extends { id: string; group: string | null }>(
  all: M[],
): { name: string; members: M[] }[] {
  const found = new Map<string, M[]>();
  for (const member of all) {
    const name = member.group?.trim();
    if (name) found.set(name, [...(found.get(name) ?? []), member]);
  }
  return [...found].map(([name, members]) => ({ name, members }));
}
