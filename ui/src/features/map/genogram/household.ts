// The outline round those who live together. It never takes in somebody who does not.
import { polygonContains, polygonHull } from 'd3-polygon';
import type { Position } from '$generated/Position';

type Point = [number, number];
const CORNERS = 28;

/** A rounded path at a distance round all of `inside`, in parts where `outside` stand in between. */
export function household(inside: Position[], outside: Position[], room: number): string {
  const whole = hull(inside, room);
  if (free(whole, outside)) return path(whole);
  // Neighbours are taken together two by two; whoever no pair takes in has an outline of their own.
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
      // Names stand under the marks: the outline is longer below.
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
