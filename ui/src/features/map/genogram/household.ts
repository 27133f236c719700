// The outline round people who live together. It never includes anybody else.
import { polygonContains, polygonHull } from 'd3-polygon';
import type { Position } from '$generated/Position';

type Point = [number, number];
const CORNERS = 28;

/**
 * Returns a rounded path round all of `inside`, at a distance of `room`, in parts where people of `outside`
 * are in between.
 */
export function household(inside: Position[], outside: Position[], room: number): string {
  const whole = hull(inside, room);
  if (free(whole, outside)) return path(whole);
  // Two people with nobody in between share an outline. Everybody has at least an outline of their own.
  const shapes = inside.map((place) => hull([place], room));
  for (const [i, a] of inside.entries()) {
    for (const b of inside.slice(i + 1)) {
      const both = hull([a, b], room);
      if (free(both, outside)) shapes.push(both);
    }
  }
  return shapes.map(path).join('');
}

function hull(places: Position[], room: number): Point[] {
  const corners = places.flatMap(({ x, y }) =>
    Array.from({ length: CORNERS }, (_, i): Point => {
      const turn = (i * 2 * Math.PI) / CORNERS;
      // Names are written under the marks, so the outline is longer below.
      return [x + Math.cos(turn) * room, y + Math.sin(turn) * room + (Math.sin(turn) > 0 ? 22 : 0)];
    }),
  );
  return polygonHull(corners) ?? corners;
}

function free(shape: Point[], outside: Position[]): boolean {
  return !outside.some(({ x, y }) => polygonContains(shape, [x, y]));
}

function path(shape: Point[]): string {
  return `M${shape.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}
