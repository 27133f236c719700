// The places in a genogram: rows of one height, children under their parents, nobody on top of another.
import type { Position } from '$generated/Position';
import type { Family } from './kin';
import { rows } from './generations';
import { ordered } from './order';
import { MARK, ROW } from './measure';
import { spreadOut } from './spread';

const EDGE = { side: 110, above: 84, below: 140 };
/**
 * The step by which the map grows. It is large, so that one more person does not move everybody placed by
 * hand.
 */
const STEP = { width: 300, height: 200 };

type Size = { width: number; height: number };
type Pedigree = { places: Map<string, Position>; size: Size };

/**
 * Returns the places of everybody in the family, and the size of the map that they need, at least `least`.
 * Places by hand are fractions of that size.
 */
export function pedigree(family: Family, least: Size): Pedigree {
  const row = rows(family);
  const lanes = ordered(family, row);
  const across = spreadOut(family, lanes);
  const xs = [...across.values()];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const needed = {
    width: right - left + 2 * EDGE.side,
    height: (lanes.length - 1) * ROW + EDGE.above + EDGE.below,
  };
  const steps = Math.max(
    0,
    Math.ceil((needed.width - least.width) / STEP.width),
    Math.ceil((needed.height - least.height) / STEP.height),
  );
  const size = { width: least.width + steps * STEP.width, height: least.height + steps * STEP.height };
  // A family that is higher than wide is drawn small, so the room beside it is used for names and dates.
  const wider = steps
    ? Math.min(2, Math.max(1, (size.width - 2 * EDGE.side) / Math.max(1, right - left)))
    : 1;
  const top = EDGE.above + (size.height - needed.height) / 2;
  const places = new Map<string, Position>();
  for (const [id, x] of across)
    places.set(id, {
      x: size.width / 2 + (x - (left + right) / 2) * wider,
      y: (row.get(id) ?? 0) * ROW + top,
    });
  byHand(family, places, size);
  return { places, size };
}

/** Puts people in their places by hand, and moves others in these places along their row. */
function byHand(family: Family, places: Map<string, Position>, size: Size): void {
  const fixed = new Map(
    [...family.kin.values()].flatMap(({ id, place }) =>
      place ? [[id, { x: place.x * size.width, y: place.y * size.height }]] : [],
    ),
  );
  if (!fixed.size) return;
  for (const [id, place] of fixed) places.set(id, place);
  const near = (a: Position, b: Position) => Math.hypot(a.x - b.x, a.y - b.y) < MARK * 2.6;
  for (const [id, place] of [...places]) {
    if (fixed.has(id) || ![...fixed.values()].some((other) => near(other, place))) continue;
    const others = [...places].filter(([other]) => other !== id).map(([, other]) => other);
    const free = (x: number) =>
      x > MARK && x < size.width - MARK && !others.some((other) => near(other, { x, y: place.y }));
    for (let aside = MARK / 2; aside < size.width; aside += MARK / 2) {
      const x = [place.x - aside, place.x + aside].find(free);
      if (x === undefined) continue;
      places.set(id, { x, y: place.y });
      break;
    }
  }
}
