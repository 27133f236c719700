// The network circle (Lensink): four rings of closeness in four quarters of life. A place in it has a
// meaning.
import { choices } from '$generated/choices';
import type { Position } from '$generated/Position';
import type { Profile } from '$generated/Profile';
import { choice } from '$shell/i18n.svelte';
import { MIDDLE } from './view';

export const rings = choices.ring;
export const sectors = choices.sector;
export type RingName = (typeof rings)[number];
type SectorName = (typeof sectors)[number];

/** The outer radius of each ring, from the inside outwards. */
export const RINGS = [150, 240, 320, 392];
/** The radius of the middle, which belongs to the client. */
const INNER = 62;

/** The beginning of each quarter, in turns clockwise from the right-hand side. */
const QUARTERS: Record<SectorName, number> = {
  family: 0.5,
  society: 0.75,
  fellow_clients: 0,
  professionals: 0.25,
};

/**
 * Returns the cell of a member, or `null` if the ring or the quarter is not known. The member is then on the
 * list beside the circle.
 */
export function cellOf(member: { ring: string | null; sector: string | null }): Cell | null {
  const ring = rings.indexOf(member.ring as RingName);
  const start = QUARTERS[member.sector as SectorName];
  if (ring < 0 || start === undefined) return null;
  return { inner: RINGS[ring - 1] ?? INNER, outer: RINGS[ring] ?? 392, start };
}

/** A part of the circle: the ring between two radii, in the quarter turn from `start`. */
export type Cell = { inner: number; outer: number; start: number };

/** Returns a place in a cell, by the part of its turn and of its breadth, both from 0 to 1. */
export function inCell(cell: Cell, along: number, outward: number): Position {
  const angle = (cell.start + 0.25 * along) * 2 * Math.PI;
  const radius = cell.inner + (cell.outer - cell.inner) * outward;
  return { x: MIDDLE.x + Math.cos(angle) * radius, y: MIDDLE.y + Math.sin(angle) * radius };
}

/**
 * Returns the nearest place in a cell, at a distance of `edge` from its edges if the cell has room for that.
 */
export function intoCell(cell: Cell, point: Position, edge: number): Position {
  const [dx, dy] = [point.x - MIDDLE.x, point.y - MIDDLE.y];
  const breadth = Math.min(edge, (cell.outer - cell.inner) / 2);
  const radius = clamp(Math.hypot(dx, dy), cell.inner + breadth, cell.outer - breadth);
  // The names of the rings are written along the borders of the quarters and need room.
  const margin = Math.min(0.115, (edge + 26) / (2 * Math.PI * radius));
  const turn = Math.atan2(dy, dx) / (2 * Math.PI);
  // Turns count from the middle of the quarter, so that none in it jumps from 1 to 0.
  const from = ((turn - cell.start - 0.125 + 1.5) % 1) - 0.5;
  const angle = (cell.start + 0.125 + clamp(from, margin - 0.125, 0.125 - margin)) * 2 * Math.PI;
  return { x: MIDDLE.x + Math.cos(angle) * radius, y: MIDDLE.y + Math.sin(angle) * radius };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Returns the ring and the quarter of a point. Outside the circle it is the outer ring. */
export function meaning(point: Position): { ring: RingName; sector: SectorName } {
  const distance = Math.hypot(point.x - MIDDLE.x, point.y - MIDDLE.y);
  const ring = RINGS.findIndex((radius) => distance <= radius);
  const left = point.x < MIDDLE.x;
  const upper = point.y < MIDDLE.y;
  const sector = upper ? (left ? 'family' : 'society') : left ? 'professionals' : 'fellow_clients';
  return { ring: rings[ring < 0 ? rings.length - 1 : ring] ?? 'services', sector };
}

/**
 * Returns the name of a ring or quarter in this dossier: the client's own word or, without one, that of the
 * method.
 */
export function called(profile: Profile, list: 'ring' | 'sector', value: string | null): string {
  const own = value ? (profile as unknown as Record<string, string | null>)[`called_${value}`] : null;
  return own?.trim() || choice(list, value);
}
