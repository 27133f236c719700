// The emotional lines of a genogram. They are straight if nobody is in between, and otherwise bow around
// those who are.
import type { Position } from '$generated/Position';
import { type LineStyle, linePath, lineStyle } from '../line';

export type EmotionalLine = {
  id: string;
  a: string;
  b: string;
  quality: string;
  style: LineStyle;
  d: string;
};
type Feeling = { id: string; a: string; b: string; quality: string; strength: string | null };

/** The qualities that a genogram shows as a line. */
const EMOTIONAL = ['close', 'fused', 'distant', 'strained', 'cut_off'];
const PARALLEL: Record<string, number[]> = { double: [-4, 4], triple: [-7, 0, 7] };
const STEPS = 48;

export function emotionalLines(
  feelings: Feeling[],
  places: Map<string, Position>,
  mark: number,
): EmotionalLine[] {
  const gap = mark + 9;
  return feelings.flatMap(({ id, a, b, quality, strength }) => {
    const [from, to] = [places.get(a), places.get(b)];
    if (!from || !to || !EMOTIONAL.includes(quality)) return [];
    const style = lineStyle(strength, quality);
    const others = [...places].filter(([other]) => other !== a && other !== b).map(([, place]) => place);
    const bow = free([from, to], others, mark + 7) ? null : wayRound(from, to, others, mark + 7);
    const d = bow ? bent(trimmed(bow, gap), style.kind) : linePath(from, to, style.kind, [gap, gap]);
    return [{ id, a, b, quality, style, d }];
  });
}

/**
 * Returns the flattest bow that passes everybody, if possible above them. Returns `null` if there is none.
 */
function wayRound(from: Position, to: Position, others: Position[], room: number): Position[] | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const up = to.x >= from.x ? 1 : -1;
  const across = { x: (up * (to.y - from.y)) / length, y: (-up * (to.x - from.x)) / length };
  for (const side of [1, -1]) {
    for (let height = room * 1.2; height < room * 5; height += room / 3) {
      const bow = Array.from({ length: STEPS + 1 }, (_, i) => {
        const part = i / STEPS;
        // Half an ellipse leaves room beside the ends, where a parabola would pass through neighbours.
        const aside = side * height * Math.sin(Math.PI * part) ** 0.6;
        return {
          x: from.x + (to.x - from.x) * part + across.x * aside,
          y: from.y + (to.y - from.y) * part + across.y * aside,
        };
      });
      if (free(bow, others, room)) return bow;
    }
  }
  return null;
}

function free(line: Position[], others: Position[], room: number): boolean {
  return others.every((place) =>
    line.slice(1).every((point, i) => distance(place, line[i] ?? point, point) > room),
  );
}

/** Returns a line without the parts within `gap` of its ends. */
function trimmed(line: Position[], gap: number): Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) return [];
  return line.filter(
    (point) =>
      Math.hypot(point.x - first.x, point.y - first.y) >= gap &&
      Math.hypot(point.x - last.x, point.y - last.y) >= gap,
  );
}

/** Returns the path of a bent line, drawn as `linePath` draws a straight one. */
function bent(line: Position[], kind: LineStyle['kind']): string {
  const beside = (i: number, aside: number) => {
    const [before, after] = [line[Math.max(0, i - 1)], line[Math.min(line.length - 1, i + 1)]];
    const [dx, dy] = [(after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0)];
    const length = Math.hypot(dx, dy) || 1;
    const x = (line[i]?.x ?? 0) - (dy / length) * aside;
    const y = (line[i]?.y ?? 0) + (dx / length) * aside;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const through = (aside: (i: number) => number, start = 0, end = line.length) =>
    `M${line
      .slice(start, end)
      .map((_, i) => beside(start + i, aside(start + i)))
      .join('L')}`;
  if (kind === 'zigzag') return through((i) => (i === 0 || i === line.length - 1 ? 0 : i % 2 ? -7 : 7));
  if (kind === 'broken') {
    const half = Math.floor(line.length / 2);
    const stroke = (i: number) => `M${beside(i, -10)}L${beside(i, 10)}`;
    return through(() => 0, 0, half - 1) + stroke(half - 2) + stroke(half + 2) + through(() => 0, half + 2);
  }
  return (PARALLEL[kind] ?? [0]).map((aside) => through(() => aside)).join('');
}

/** Returns the distance from a place to the nearest point of a straight line. */
function distance(place: Position, a: Position, b: Position): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(
    0,
    Math.min(1, ((place.x - a.x) * dx + (place.y - a.y) * dy) / (dx * dx + dy * dy || 1)),
  );
  return Math.hypot(place.x - a.x - along * dx, place.y - a.y - along * dy);
}
