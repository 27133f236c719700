// Where members stand who were not placed by hand, and what a place in the network circle means.
import { choices } from '../generated/choices';
import type { Position } from '../generated/Position';
import type { Member } from './member';

export type View = 'ecogram' | 'circle';

/** The map's own measure; the screen scales it. The client is in the middle. */
export const SIZE = { width: 1200, height: 800 };
export const MIDDLE = { x: SIZE.width / 2, y: SIZE.height / 2 };

/** Outer radius of each ring of the network circle, from inside out. */
export const RINGS = [150, 240, 320, 392];
export const rings = choices.ring;
export const sectors = choices.sector;

/** Quarters clockwise from the upper left: where each begins, in turns from the right-hand side. */
const QUARTERS: Record<string, number> = { family: 0.5, society: 0.75, fellow_clients: 0, professionals: 0.25 };
const GOLDEN = 0.618_033_988_75;

export function toMap(position: Position): Position {
  return { x: position.x * SIZE.width, y: position.y * SIZE.height };
}

/** Fractions of the map, inside it, to four digits as the record keeps them. */
export function toFraction(point: Position): Position {
  const within = (part: number) => Math.round(Math.min(0.98, Math.max(0.02, part)) * 10_000) / 10_000;
  return { x: within(point.x / SIZE.width), y: within(point.y / SIZE.height) };
}

function at(turn: number, radius: number, stretch = 1): Position {
  const angle = turn * 2 * Math.PI;
  return { x: MIDDLE.x + Math.cos(angle) * radius * stretch, y: MIDDLE.y + Math.sin(angle) * radius };
}

function inCircle(member: Member, place: number): Position {
  const ring = rings.indexOf((member.ring ?? 'acquaintances') as (typeof rings)[number]);
  const [inner, outer] = [RINGS[ring - 1] ?? 62, RINGS[ring] ?? 392];
  const start = QUARTERS[member.sector ?? 'society'] ?? 0.75;
  const turn = start + 0.03 + 0.19 * ((place * GOLDEN + 0.5) % 1);
  return at(turn, inner + (outer - inner) * (0.36 + 0.28 * ((place * 2 * GOLDEN) % 1)));
}

/** A stable place for everybody: their own where they have one, else one that is free. */
export function layout(all: Member[], view: View): Map<string, Position> {
  const places = new Map<string, Position>();
  for (const member of all) {
    const own = view === 'ecogram' ? member.ecogram : member.circle;
    if (own) places.set(member.id, toMap(own));
  }
  const waiting = all.filter((member) => !places.has(member.id));
  const bands = Math.max(1, Math.ceil(waiting.length / 14));
  waiting.forEach((member, index) => {
    const around = (index / waiting.length + (index % bands) / (waiting.length * 2) + 0.62) % 1;
    const radius = bands === 1 ? 250 : 170 + ((index % bands) / (bands - 1)) * 190;
    let place = view === 'ecogram' ? at(around, radius, 1.35) : inCircle(member, index);
    for (let step = 1; step < 60 && tooClose(place, places); step += 1) {
      place = view === 'ecogram' ? at(around + step * 0.013, radius + (step % 5) * 9, 1.35) : inCircle(member, index + step);
    }
    places.set(member.id, place);
  });
  return places;
}

function tooClose(place: Position, places: Map<string, Position>): boolean {
  if (Math.hypot(place.x - MIDDLE.x, place.y - MIDDLE.y) < 90) return true;
  return [...places.values()].some((other) => Math.hypot((place.x - other.x) * 0.8, place.y - other.y) < 72);
}

/** The ring and quarter that a point of the network circle lies in. */
export function meaning(point: Position): { ring: (typeof rings)[number]; sector: (typeof sectors)[number] } {
  const distance = Math.hypot(point.x - MIDDLE.x, point.y - MIDDLE.y);
  const ring = RINGS.findIndex((radius) => distance <= radius);
  const left = point.x < MIDDLE.x;
  const upper = point.y < MIDDLE.y;
  const sector = upper ? (left ? 'family' : 'society') : left ? 'professionals' : 'fellow_clients';
  return { ring: rings[ring < 0 ? rings.length - 1 : ring] ?? 'services', sector };
}

/** Where to put a member whose ring or quarter was chosen in words. */
export function placeFor(member: Member, all: Member[]): Position {
  const others = new Map([...layout(all.filter((other) => other.id !== member.id), 'circle')]);
  let place = inCircle(member, 0);
  for (let step = 1; step < 60 && tooClose(place, others); step += 1) place = inCircle(member, step);
  return toFraction(place);
}
