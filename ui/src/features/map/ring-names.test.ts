import { describe, expect, it } from 'vitest';
import { RINGS } from './circle';
import { covers, drawnBoxes } from './labels';
import { ringNamePlaces } from './ring-names';
import { MIDDLE } from './view';

const NAMES = ['Intimi', 'Vrienden', 'Bekenden', 'Diensten'];
const at = (ring: number, name: string, size: number, drawn: Parameters<typeof ringNamePlaces>[2]) => {
  const { x, y } = ringNamePlaces(NAMES, size, drawn)[ring] ?? MIDDLE;
  const half = (name.length * size * 0.52) / 2;
  return { left: x - half, right: x + half, top: y - size / 2, bottom: y + size / 2 };
};

describe('the name of a ring', () => {
  it('is at the top of its ring while nobody is there', () => {
    const places = ringNamePlaces(NAMES, 20, []);
    expect(places.map(({ x }) => x)).toEqual(RINGS.map(() => MIDDLE.x));
    for (const [ring, { y }] of places.entries()) expect(MIDDLE.y - y).toBe((RINGS[ring] ?? 0) - 17);
  });

  it('is elsewhere in its ring when the mark or name of somebody is there', () => {
    for (const up of [17, 60]) {
      const places = new Map(
        RINGS.map((radius, ring) => [`p${ring}`, { x: MIDDLE.x, y: MIDDLE.y - radius + up }]),
      );
      const people = [...places.keys()].map((id) => ({ id, name: 'Fatima el Bennani' }));
      const drawn = drawnBoxes(people, new Set(places.keys()), places, 27, 20);
      for (const [ring, name] of NAMES.entries()) {
        const box = at(ring, name, 20, drawn);
        expect(
          drawn.some((other) => covers(box, other)),
          name,
        ).toBe(false);
        const edge = Math.max(
          ...[box.left, box.right].flatMap((x) =>
            [box.top, box.bottom].map((y) => Math.hypot(x - MIDDLE.x, y - MIDDLE.y)),
          ),
        );
        expect(edge, name).toBeLessThan((RINGS[ring] ?? 0) + 4);
      }
    }
  });

  it('does not cover the name of another ring, even in the large letters of a small screen', () => {
    const boxes = NAMES.map((name, ring) => at(ring, name, 46, []));
    for (const [i, one] of boxes.entries())
      for (const other of boxes.slice(i + 1)) expect(covers(one, other)).toBe(false);
  });
});
