// The lines of a genogram (McGoldrick, Gerson & Petry): a bar under a couple, and lines from it down to their children.
import type { Position } from '$generated/Position';
import type { Descent, Family, Union } from './kin';
import { MARK } from './measure';

/** A text of the message files, by its id. */
export type Words = { id: string; args: Record<string, string> };

export type CoupleLine = {
  id: string;
  /** The kind of partnership; `unsaid` where nobody noted it. */
  kind: string;
  d: string;
  /** The path of one stroke through the line where the couple separated, of two where they divorced. */
  strokes: string;
  /** The dates above the middle of the line, each on a line of its own. */
  dates: { at: Position; words: Words[] };
};

export type DescentLine = { id: string; kind: Descent; d: string };

export type FamilyLines = {
  couples: CoupleLine[];
  descents: DescentLine[];
  /** The places of the question marks on lines that nobody recorded. */
  unsure: (Position & { id: string })[];
};

/**
 * The distance from the middle of a mark down to the line of the couple, and from there to that of the next
 * partnership.
 */
const BAR = MARK + 92;
const LEVEL = 20;
/** The distance from the line of the children down to the middle of their marks, and to the line of another family. */
const CHILDREN = MARK + 38;
const LANE = 13;
/** The distance between the lines of one person's partnerships. */
const FEET = 8;

type Bar = {
  union: Union;
  left: string;
  right: string;
  from: Position;
  to: Position;
  y: number;
  hang: Position;
  span: number;
};

export function familyLines(family: Family, places: Map<string, Position>): FamilyLines {
  const unions = family.unions.filter((union) =>
    [...union.partners, ...union.children.map((child) => child.id)].every((id) => places.has(id)),
  );
  const bars = coupleBars(unions, places);
  const lines: FamilyLines = { couples: [...bars.values()].map(coupleLine), descents: [], unsure: [] };
  const withChildren = unions.filter((union) => union.children.length);
  const heights = childrenHeights(withChildren, places, bars);
  const tops = arrivals(withChildren, places, bars);
  for (const union of withChildren)
    descend(union, places, bars.get(union), heights.get(union) ?? 0, tops, lines);
  return lines;
}

function at(places: Map<string, Position>, id: string): Position {
  return places.get(id) ?? { x: 0, y: 0 };
}

function coupleBars(unions: Union[], places: Map<string, Position>): Map<Union, Bar> {
  const couples = unions.filter((union) => union.partners.length === 2 && !union.toOneOf);
  const width = (union: Union) =>
    Math.abs(at(places, union.partners[0] ?? '').x - at(places, union.partners[1] ?? '').x);
  const bars: Bar[] = [];
  for (const union of [...couples].sort((a, b) => width(a) - width(b))) {
    const [left = '', right = ''] = [...union.partners].sort((a, b) => at(places, a).x - at(places, b).x);
    const [a, b] = [at(places, left), at(places, right)];
    const base = Math.max(a.y, b.y) + BAR;
    const over = (bar: Bar) => Math.min(b.x, bar.to.x) - Math.max(a.x, bar.from.x) > FEET * 3;
    const taken = bars
      .filter((bar) => Math.abs(bar.y - base) < 4 * LEVEL && over(bar))
      .map((bar) => Math.round((bar.y - base) / LEVEL));
    const level = [0, 1, 2, 3, 4, 5].find((free) => !taken.includes(free)) ?? 6;
    // Partners of partners are in between: children hang where this couple's line has no other above it.
    const between = [...places.values()]
      .filter((place) => Math.abs(place.y - a.y) < MARK && place.x > a.x + 1 && place.x < b.x - 1)
      .map((place) => place.x);
    const alone = (id: string) => couples.filter((other) => other.partners.includes(id)).length === 1;
    const [start, end] = !between.length
      ? [a.x, b.x]
      : alone(left)
        ? [a.x, Math.min(...between)]
        : [Math.max(...between), b.x];
    const y = base + level * LEVEL;
    bars.push({
      union,
      left,
      right,
      from: a,
      to: b,
      y,
      hang: { x: (start + end) / 2, y },
      span: end - start,
    });
  }
  return new Map(bars.map((bar) => [bar.union, standing(bar, bars)]));
}

/** Moves the ends of a bar aside where somebody has several partnerships: each has a foot of its own under the mark. */
function standing(bar: Bar, bars: Bar[]): Bar {
  const many = (id: string) =>
    bars.filter((other) => other.left === id || other.right === id).sort((a, b) => b.y - a.y);
  const foot = (id: string, side: 'left' | 'right') => {
    const all = many(id);
    const same = all.filter((other) => other[side] === id);
    return all.length > 1
      ? FEET * (all.length - same.length ? 1 : 0) + FEET * Math.max(0, same.length - 1 - same.indexOf(bar))
      : 0;
  };
  return {
    ...bar,
    from: { ...bar.from, x: bar.from.x + foot(bar.left, 'left') },
    to: { ...bar.to, x: bar.to.x - foot(bar.right, 'right') },
  };
}

function coupleLine({ union, from, to, y, hang, span }: Bar): CoupleLine {
  const { partnership } = union;
  const count = partnership?.divorced ? 2 : partnership?.separated ? 1 : 0;
  const x = hang.x - span * 0.37;
  const strokes = Array.from({ length: count }, (_, i) => `M${n(x + i * 8 - 5)} ${n(y + 12)}l10 -24`).join(
    '',
  );
  const year = (date: string) =>
    date.replace(/^(~?)0*(\d+).*/, (_, about: string, year: string) => `${about ? '±' : ''}${year}`);
  const words: Words[] = [];
  const say = (id: string, date: string | null | undefined) =>
    date && words.push({ id, args: { year: year(date) } });
  say(partnership?.kind === 'married' ? 'genogram-date-married' : 'genogram-date-since', partnership?.since);
  say('genogram-date-separated', partnership?.separated);
  say('genogram-date-divorced', partnership?.divorced);
  return {
    id: union.id,
    kind: partnership?.kind ?? 'unsaid',
    d: `M${n(from.x)} ${n(from.y + MARK)}V${n(y)}H${n(to.x)}V${n(to.y + MARK)}`,
    strokes,
    dates: { at: { x: hang.x, y: y - 7 }, words },
  };
}

/** Returns the height of each line of children. Lines that would run into each other get different heights. */
function childrenHeights(
  unions: Union[],
  places: Map<string, Position>,
  bars: Map<Union, Bar>,
): Map<Union, number> {
  const heights = new Map<Union, number>();
  const spans = unions.map((union) => {
    const xs = union.children.map((child) => at(places, child.id).x);
    const hang = hangOf(union, places, bars.get(union));
    const all = hang ? [...xs, hang.x] : xs;
    return {
      union,
      left: Math.min(...all),
      right: Math.max(...all),
      top: Math.min(...union.children.map((child) => at(places, child.id).y)),
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

/** Returns the beginning of the line of the children: under the couple or the one parent; nothing without parents. */
function hangOf(union: Union, places: Map<string, Position>, bar: Bar | undefined): Position | null {
  if (bar) return bar.hang;
  const above = union.partners.length ? union.partners : union.among;
  if (!above.length) return null;
  const all = above.map((id) => at(places, id));
  const y = Math.max(...all.map((place) => place.y));
  const x = all.reduce((sum, place) => sum + place.x, 0) / all.length;
  return all.length === 1 ? { x, y: y + MARK } : { x, y: y + BAR };
}

/** Returns the ends of the lines of descent: beside each other where a child has parents by birth and others too. */
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
    const place = at(places, child);
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
  lines: FamilyLines,
): void {
  const children = union.children.map((child) => ({
    ...child,
    at: tops.get(union)?.get(child.id) ?? at(places, child.id),
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
  // A step of a hair's breadth looks like a mistake.
  const hang =
    start && single !== undefined && Math.abs(start.x - single) < 12 ? { ...start, x: single } : start;
  const ends = hang ? [...xs, hang.x] : xs;

  if (union.among.length > 1 && hang) {
    const wide = union.among.map((id) => at(places, id).x);
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

/** Adds a line to one of somebody's parents, where it is not known to which: it ends on a bracket above them. */
function toOneOf(union: Union, children: Position[], hang: Position, y: number, lines: FamilyLines): void {
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

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
