// The lines of descent: from a couple or a parent down to a line of children, and from there to each child.
import type { Position } from '$generated/Position';
import { BAR, type Bar, FEET } from './couple-line';
import type { Descent, Union } from './kin';
import { MARK } from './measure';
import { n, placeIn } from './path';

type DescentLine = { id: string; kind: Descent; d: string };

export type Descents = {
  descents: DescentLine[];
  /** The places of the question marks on lines that nobody recorded. */
  unsure: (Position & { id: string })[];
};

/**
 * The distance from the line of the children down to the middle of their marks, and to the line of another
 * family.
 */
const CHILDREN = MARK + 38;
const LANE = 13;

/** Returns the lines of descent of unions with children. */
export function descentLines(
  unions: Union[],
  places: Map<string, Position>,
  bars: Map<Union, Bar>,
): Descents {
  const lines: Descents = { descents: [], unsure: [] };
  const heights = childrenHeights(unions, places, bars);
  const tops = arrivals(unions, places, bars);
  for (const union of unions) descend(union, places, bars.get(union), heights.get(union) ?? 0, tops, lines);
  return lines;
}

/**
 * Returns the height of each line of children. Lines that would run into each other get different heights.
 */
function childrenHeights(
  unions: Union[],
  places: Map<string, Position>,
  bars: Map<Union, Bar>,
): Map<Union, number> {
  const heights = new Map<Union, number>();
  const spans = unions.map((union) => {
    const xs = union.children.map((child) => placeIn(places, child.id).x);
    const hang = hangOf(union, places, bars.get(union));
    const all = hang ? [...xs, hang.x] : xs;
    return {
      union,
      left: Math.min(...all),
      right: Math.max(...all),
      top: Math.min(...union.children.map((child) => placeIn(places, child.id).y)),
    };
  });
  const taken: ((typeof spans)[number] & { y: number })[] = [];
  for (const span of spans.sort((a, b) => b.right - b.left - (a.right - a.left) || a.left - b.left)) {
    const base = span.top - CHILDREN;
    if (span.union.toOneOf) {
      // Several grandparents share one bracket above the parents.
      heights.set(span.union, base);
      continue;
    }
    const near = taken.filter(
      (other) =>
        Math.abs(other.y - base) < 6 * LANE && span.left < other.right + 6 && other.left < span.right + 6,
    );
    const free =
      [0, 1, 2, 3, 4]
        .map((lane) => base - lane * LANE)
        .find((y) => !near.some((other) => Math.abs(other.y - y) < LANE - 1)) ?? base - 5 * LANE;
    taken.push({ ...span, y: free });
    heights.set(span.union, free);
  }
  return heights;
}

/**
 * Returns the beginning of the line of the children, under the couple or the one parent. `null` without
 * parents.
 */
function hangOf(union: Union, places: Map<string, Position>, bar: Bar | undefined): Position | null {
  if (bar) return bar.hang;
  const above = union.partners.length ? union.partners : union.among;
  if (!above.length) return null;
  const all = above.map((id) => placeIn(places, id));
  const y = Math.max(...all.map((place) => place.y));
  const x = all.reduce((sum, place) => sum + place.x, 0) / all.length;
  return all.length === 1 ? { x, y: y + MARK } : { x, y: y + BAR };
}

/**
 * Returns the ends of the lines of descent, which are beside each other if a child has parents by birth and
 * others.
 */
function arrivals(
  unions: Union[],
  places: Map<string, Position>,
  bars: Map<Union, Bar>,
): Map<Union, Map<string, Position>> {
  const lines = new Map<string, { union: Union; from: number }[]>();
  for (const union of unions) {
    const from = hangOf(union, places, bars.get(union))?.x ?? 0;
    for (const child of union.children)
      lines.set(child.id, [...(lines.get(child.id) ?? []), { union, from }]);
  }
  const tops = new Map<Union, Map<string, Position>>(unions.map((union) => [union, new Map()]));
  for (const [child, all] of lines) {
    const place = placeIn(places, child);
    const sorted = all.filter((line) => !line.union.toOneOf).sort((a, b) => a.from - b.from);
    sorted.forEach(({ union }, i) =>
      tops.get(union)?.set(child, { x: place.x + (i - (sorted.length - 1) / 2) * FEET * 2, y: place.y }),
    );
  }
  return tops;
}

function descend(
  union: Union,
  places: Map<string, Position>,
  bar: Bar | undefined,
  y: number,
  tops: ReturnType<typeof arrivals>,
  lines: Descents,
): void {
  const children = union.children.map((child) => ({
    ...child,
    at: tops.get(union)?.get(child.id) ?? placeIn(places, child.id),
  }));
  const xs = children.map((child) => child.at.x);
  const descents = new Set(children.map((child) => child.descent));
  const [first = 'unknown'] = descents;
  const shared: Descent = descents.has('birth')
    ? 'birth'
    : descents.size > 1
      ? 'unsaid'
      : first === 'adopted'
        ? 'birth'
        : first;
  const add = (id: string, kind: Descent, d: string) =>
    lines.descents.push({ id: `${union.id} ${id}`, kind, d });
  const start = hangOf(union, places, bar);
  const [single] = xs.length === 1 ? xs : [];
  // A very small step in the line would look like a mistake.
  const hang =
    start && single !== undefined && Math.abs(start.x - single) < 12 ? { ...start, x: single } : start;
  const ends = hang ? [...xs, hang.x] : xs;

  if (union.among.length > 1 && hang) {
    const wide = union.among.map((id) => placeIn(places, id).x);
    add(
      'among',
      'unknown',
      `M${n(Math.min(...wide) - MARK)} ${n(hang.y - 8)}V${n(hang.y)}H${n(Math.max(...wide) + MARK)}V${n(hang.y - 8)}`,
    );
  }
  const stem = hang
    ? `M${n(hang.x)} ${n(hang.y)}V${n(y)}`
    : `M${n((Math.min(...xs) + Math.max(...xs)) / 2)} ${n(y - 34)}V${n(y)}`;
  const across = `M${n(Math.min(...ends))} ${n(y)}H${n(Math.max(...ends))}`;
  if (union.toOneOf)
    return toOneOf(
      union,
      children.map((child) => child.at),
      hang ?? { x: 0, y },
      y,
      lines,
    );
  add('stem', shared, Math.max(...ends) - Math.min(...ends) > 1 ? `${stem}${across}` : stem);
  for (const child of children) {
    const [top, x] = [child.at.y - MARK, child.at.x];
    if (child.descent === 'adopted') {
      add(child.id, 'birth', `M${n(x - 3)} ${n(y)}V${n(top)}`);
      add(`${child.id} beside`, 'adopted', `M${n(x + 4)} ${n(y)}V${n(top)}`);
    } else add(child.id, child.descent, `M${n(x)} ${n(y)}V${n(top)}`);
  }
  const unsure = children.filter((child) => child.descent === 'unknown');
  if (!hang) lines.unsure.push({ id: union.id, x: (Math.min(...xs) + Math.max(...xs)) / 2, y: y - 44 });
  else if (unsure.length === children.length)
    lines.unsure.push({ id: union.id, x: hang.x, y: (hang.y + y) / 2 + (hang.y + 20 > y ? 18 : 0) });
  else
    for (const child of unsure)
      lines.unsure.push({ id: `${union.id} ${child.id}`, x: child.at.x, y: (y + child.at.y - MARK) / 2 });
}

/** Adds a line to one of several people when it is not known to which. It ends on a bracket above them. */
function toOneOf(union: Union, children: Position[], hang: Position, y: number, lines: Descents): void {
  const xs = children.map((child) => child.x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const middle = (left + right) / 2;
  const bracket =
    children.length > 1
      ? `M${n(left)} ${n(y + 16)}V${n(y)}H${n(right)}V${n(y + 16)}`
      : `M${n(left)} ${n(y)}V${n((children[0]?.y ?? y) - MARK)}`;
  const bend = y - 22;
  lines.descents.push({
    id: `${union.id} one of`,
    kind: 'unknown',
    d: `M${n(hang.x)} ${n(hang.y)}V${n(bend)}H${n(middle)}V${n(y)}${bracket}`,
  });
  lines.unsure.push({ id: union.id, x: hang.x, y: Math.min(bend - 12, (hang.y + bend) / 2) });
}
