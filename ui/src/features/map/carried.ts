// Members that a pointer drags over the map, with the ends of their ties. This writes to the elements of the
// picture, so that the framework does nothing while a pointer moves.
import type { Position } from '$generated/Position';
import { type DrawnTie, tiePaths } from './drawn-tie';

export type Sheet = {
  svg: SVGSVGElement;
  /** The places of all members and of the client. */
  places: Map<string, Position>;
  ties: DrawnTie[];
  mark: number;
};

/**
 * Returns a function that draws members at a distance from their places. Each call replaces the one before.
 */
export function carried({ svg, places, ties, mark }: Sheet, ids: string[]): (by: Position) => void {
  const groups = ids.map((id) => [id, svg.querySelector(`[data-id="${id}"]`)?.parentElement] as const);
  const lines = ties
    .filter((tie) => ids.includes(tie.a) || ids.includes(tie.b))
    .map((tie) => [tie, svg.querySelector(`[data-tie="${tie.id}"]`)] as const);
  const now = new Map(places);
  return (by) => {
    for (const [id, group] of groups) {
      const from = places.get(id);
      if (!from) continue;
      const at = { x: from.x + by.x, y: from.y + by.y };
      now.set(id, at);
      group?.setAttribute('transform', `translate(${at.x} ${at.y})`);
    }
    for (const [tie, group] of lines) {
      const { line, heads, dot } = tiePaths(tie, now, mark);
      group?.querySelector('.line')?.setAttribute('d', line);
      group?.querySelector('.head')?.setAttribute('d', heads);
      group?.querySelector('.dot')?.setAttribute('cx', String(dot?.x ?? 0));
      group?.querySelector('.dot')?.setAttribute('cy', String(dot?.y ?? 0));
    }
  };
}

/** Returns the member at a point, except one. Returns `''` if nobody is there. */
export function at(point: Position, places: Map<string, Position>, mark: number, except: string): string {
  const near = ([id, place]: [string, Position]) =>
    id !== except && Math.hypot(place.x - point.x, place.y - point.y) < mark * 1.6;
  return [...places].find(near)?.[0] ?? '';
}

/** Returns the members in the rectangle between two corners. */
export function within(places: Map<string, Position>, a: Position, b: Position): string[] {
  const between = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return [...places]
    .filter(([, place]) => between(place.x, a.x, b.x) && between(place.y, a.y, b.y))
    .map(([id]) => id);
}
