// The network circle: four rings of closeness in four quarters of life (Lensink), and what a place in it means.
import { choices } from '$generated/choices';
import type { Position } from '$generated/Position';
import type { Profile } from '$generated/Profile';
import { choice } from '$shell/i18n.svelte';
import { MIDDLE } from './view';

export const rings = choices.ring;
export const sectors = choices.sector;
export type RingName = (typeof rings)[number];
export type SectorName = (typeof sectors)[number];

/** Outer radius of each ring, from inside out; within the first bound the client stands. */
export const RINGS = [150, 240, 320, 392];
export const INNER = 62;

/** Quarters clockwise from the upper left: where each begins, in turns from the right-hand side. */
const QUARTERS: Record<SectorName, number> = { family: 0.5, society: 0.75, fellow_clients: 0, professionals: 0.25 };

/** What stands in the circle: who has a ring and a quarter. Who lacks one is on the long list. */
export function cellOf(member: { ring: string | null; sector: string | null }): Cell | null {
  const ring = rings.indexOf(member.ring as RingName);
  const start = QUARTERS[member.sector as SectorName];
  if (ring < 0 || start === undefined) return null;
  return { inner: RINGS[ring - 1] ?? INNER, outer: RINGS[ring] ?? 392, start };
}

/** A part of the circle: between two radii, a quarter turn from `start`. */
export type Cell = { inner: number; outer: number; start: number };

/** A place in a cell, by how far along its turn and its breadth, both 0 to 1. */
export function inCell(cell: Cell, along: number, outward: number): Position {
  const angle = (cell.start + 0.25 * along) * 2 * Math.PI;
  const radius = cell.inner + (cell.outer - cell.inner) * outward;
  return { x: MIDDLE.x + Math.cos(angle) * radius, y: MIDDLE.y + Math.sin(angle) * radius };
}

/** The nearest place in a cell, at a distance from its edges where there is room for that. */
export function intoCell(cell: Cell, point: Position, edge: number): Position {
  const [dx, dy] = [point.x - MIDDLE.x, point.y - MIDDLE.y];
  const breadth = Math.min(edge, (cell.outer - cell.inner) / 2);
  const radius = clamp(Math.hypot(dx, dy), cell.inner + breadth, cell.outer - breadth);
  // The names of the rings stand along the seams: there is room for them.
  const margin = Math.min(0.115, (edge + 26) / (2 * Math.PI * radius));
  const turn = Math.atan2(dy, dx) / (2 * Math.PI);
  // Turns count from the quarter's middle, so that none of its own lies across the seam.
  const from = ((turn - cell.start - 0.125 + 1.5) % 1) - 0.5;
  const angle = (cell.start + 0.125 + clamp(from, margin - 0.125, 0.125 - margin)) * 2 * Math.PI;
  return { x: MIDDLE.x + Math.cos(angle) * radius, y: MIDDLE.y + Math.sin(angle) * radius };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The ring and quarter that a point lies in; outside the circle that of the outer ring. */
export function meaning(point: Position): { ring: RingName; sector: SectorName } {
  const distance = Math.hypot(point.x - MIDDLE.x, point.y - MIDDLE.y);
  const ring = RINGS.findIndex((radius) => distance <= radius);
  const left = point.x < MIDDLE.x;
  const upper = point.y < MIDDLE.y;
  const sector = upper ? (left ? 'family' : 'society') : left ? 'professionals' : 'fellow_clients';
  return { ring: rings[ring < 0 ? rings.length - 1 : ring] ?? 'services', sector };
}

/** What a ring or quarter is called in this dossier: the client's own word, or else the method's. */
export function called(profile: Profile, list: 'ring' | 'sector', value: string | null): string {
  const own = value ? (profile as unknown as Record<string, string | null>)[`called_${value}`] : null;
  return own?.trim() || choice(list, value);
}
