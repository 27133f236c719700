// The lines of couples: a bar under the two marks, with strokes if they parted, and with the dates above it.
import type { Position } from '$generated/Position';
import type { Sentence } from './family-words';
import type { Union } from './kin';
import { MARK } from './measure';
import { n, placeIn } from './path';

export type CoupleLine = {
  id: string;
  /** The kind of partnership; `unsaid` if nobody noted it. */
  kind: string;
  d: string;
  /** The path of one stroke through the line if the couple separated, and of two strokes if they divorced. */
  strokes: string;
  /** The dates above the middle of the line, each on a line of its own. */
  dates: { at: Position; words: Sentence[] };
};

/**
 * The distance from the middle of a mark down to the line of the couple, and from there to that of the next
 * partnership.
 */
export const BAR = MARK + 92;
const LEVEL = 20;
/** The distance between the lines of one person's partnerships. */
export const FEET = 8;

/**
 * The line of a couple before it is drawn. Children hang from `hang`, in a free part of it of length `span`.
 */
export type Bar = {
  union: Union;
  left: string;
  right: string;
  from: Position;
  to: Position;
  y: number;
  hang: Position;
  span: number;
};

/** Returns the bar of each couple, each at a height where no other one is. */
export function coupleBars(unions: Union[], places: Map<string, Position>): Map<Union, Bar> {
  const couples = unions.filter((union) => union.partners.length === 2 && !union.toOneOf);
  const width = (union: Union) =>
    Math.abs(placeIn(places, union.partners[0] ?? '').x - placeIn(places, union.partners[1] ?? '').x);
  const bars: Bar[] = [];
  for (const union of [...couples].sort((a, b) => width(a) - width(b))) {
    const [left = '', right = ''] = [...union.partners].sort(
      (a, b) => placeIn(places, a).x - placeIn(places, b).x,
    );
    const [a, b] = [placeIn(places, left), placeIn(places, right)];
    const base = Math.max(a.y, b.y) + BAR;
    const over = (bar: Bar) => Math.min(b.x, bar.to.x) - Math.max(a.x, bar.from.x) > FEET * 3;
    const taken = bars
      .filter((bar) => Math.abs(bar.y - base) < 4 * LEVEL && over(bar))
      .map((bar) => Math.round((bar.y - base) / LEVEL));
    const level = [0, 1, 2, 3, 4, 5].find((free) => !taken.includes(free)) ?? 6;
    // Partners of partners are in between, so children hang from a part of the line that has no other line
    // above it.
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
  return new Map(bars.map((bar) => [bar.union, onFeet(bar, bars)]));
}

/**
 * Moves the ends of a bar aside if somebody has several partnerships, so that each has its own foot under the
 * mark.
 */
function onFeet(bar: Bar, bars: Bar[]): Bar {
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

export function coupleLine({ union, from, to, y, hang, span }: Bar): CoupleLine {
  const { partnership } = union;
  const count = partnership?.divorced ? 2 : partnership?.separated ? 1 : 0;
  const x = hang.x - span * 0.37;
  const strokes = Array.from({ length: count }, (_, i) => `M${n(x + i * 8 - 5)} ${n(y + 12)}l10 -24`).join(
    '',
  );
  const year = (date: string) =>
    date.replace(/^(~?)0*(\d+).*/, (_, about: string, year: string) => `${about ? '±' : ''}${year}`);
  const words: Sentence[] = [];
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
