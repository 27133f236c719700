// The places of the names of the rings: at the top of each ring, or otherwise at a place that covers nobody.
import type { Position } from '$generated/Position';
import { RINGS } from './circle';
import { type Box, covers } from './labels';
import { MIDDLE } from './view';

/**
 * The turns from the top to try, in degrees: straight up, straight down, then further and further to both
 * sides.
 */
const TURNS = [
  0,
  180,
  ...Array.from({ length: 10 }, (_, i) => (i + 1) * 8).flatMap((aside) => [
    aside,
    -aside,
    180 - aside,
    180 + aside,
  ]),
];
/** The box of the client's mark, with a little room. */
const CLIENT: Box = { left: MIDDLE.x - 48, right: MIDDLE.x + 48, top: MIDDLE.y - 48, bottom: MIDDLE.y + 48 };

/**
 * Returns the middle of each name in letters of `size`, from the inner ring outwards. `drawn` holds the boxes
 * that are taken.
 */
export function ringNamePlaces(names: string[], size: number, drawn: Box[]): Position[] {
  const taken = [CLIENT, ...drawn];
  return names.map((name, ring) => {
    const half = { x: (name.length * size * 0.52) / 2, y: size / 2 };
    const boxAt = ({ x, y }: Position): Box => ({
      left: x - half.x,
      right: x + half.x,
      top: y - half.y,
      bottom: y + half.y,
    });
    const places = TURNS.map((turn) => within(RINGS[ring] ?? 0, turn, half));
    const free =
      places.find((place) => !taken.some((other) => covers(boxAt(place), other))) ?? places[0] ?? MIDDLE;
    taken.push(boxAt(free));
    return free;
  });
}

/**
 * Returns a place along the edge of a ring at which a name of this breadth and height is wholly inside the
 * ring.
 */
function within(radius: number, turn: number, half: Position): Position {
  const angle = (turn * Math.PI) / 180;
  const [right, up] = [Math.sin(angle), Math.cos(angle)];
  // At the top and the bottom the ends of a name may touch the line.
  let out = radius - half.y - 7;
  if (turn % 180)
    while (out > 0 && Math.hypot(Math.abs(right * out) + half.x, Math.abs(up * out) + half.y) > radius - 3)
      out -= 2;
  return { x: MIDDLE.x + right * out, y: MIDDLE.y - up * out };
}
