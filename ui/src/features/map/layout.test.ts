import { describe, expect, it } from 'vitest';
import { meaning } from './circle';
import { layout, placeFor } from './layout';
import { member } from './member.test-support';
import { SIZE, toMap } from './view';

describe('the layout', () => {
  it('leaves a member in a place that was given by hand', () => {
    const placed = member('a', { ecogram: { x: 0.25, y: 0.5 } });
    expect(layout([placed, member('b')], [], 'ecogram').get('a')).toEqual({ x: 300, y: 400 });
  });

  it('keeps sixty people without a place apart and on the map', () => {
    const all = Array.from({ length: 60 }, (_, i) => member(`p${i}`));
    const places = [...layout(all, [], 'ecogram').values()];
    for (const [i, one] of places.entries()) {
      expect(one.x > 0 && one.x < SIZE.width && one.y > 0 && one.y < SIZE.height).toBe(true);
      for (const other of places.slice(i + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(30);
    }
  });

  it('moves nobody who has a place when somebody comes', () => {
    const all = Array.from({ length: 20 }, (_, i) => member(`p${i}`));
    const before = layout(all, [], 'sociogram');
    const after = layout([...all, member('new')], [{ a: 'p1', b: 'p2' }], 'sociogram', before);
    for (const [id, place] of before) expect(after.get(id)).toEqual(place);
    expect(after.has('new')).toBe(true);
  });

  it('keeps 150 people with 1,000 ties apart in every view', () => {
    const rings = ['intimates', 'friends', 'acquaintances', 'services'];
    const sectors = ['family', 'society', 'professionals', 'fellow_clients'];
    const all = Array.from({ length: 150 }, (_, i) =>
      member(`p${i}`, { ring: rings[(i * 7) % 10 > 6 ? 1 : 2 + (i % 2)], sector: sectors[i % 4] }),
    );
    const ties = Array.from({ length: 1000 }, (_, i) => ({
      a: `p${i % 150}`,
      b: `p${(i * 7 + 1 + Math.floor(i / 150)) % 150}`,
    }));
    for (const view of ['ecogram', 'circle', 'sociogram'] as const) {
      const places = [...layout(all, ties, view).values()];
      let least = Infinity;
      for (const [i, one] of places.entries())
        for (const other of places.slice(i + 1))
          least = Math.min(least, Math.hypot(one.x - other.x, one.y - other.y));
      expect(least, view).toBeGreaterThan(view === 'circle' ? 12 : 20);
    }
  });

  it('gives no place in the circle to a member without a ring or a quarter', () => {
    expect(
      layout(
        [member('a', { ring: 'friends' }), member('b', { ring: 'friends', sector: 'family' })],
        [],
        'circle',
      ).has('a'),
    ).toBe(false);
  });

  it('believes the words where a place in the circle means something else', () => {
    const moved = member('a', { ring: 'friends', sector: 'family', circle: { x: 0.9, y: 0.9 } });
    expect(meaning(layout([moved], [], 'circle').get('a') ?? { x: 0, y: 0 })).toEqual({
      ring: 'friends',
      sector: 'family',
    });
  });

  it('finds a place in the circle that means what it is asked for', () => {
    expect(meaning({ x: SIZE.width / 2 - 60, y: SIZE.height / 2 - 60 })).toEqual({
      ring: 'intimates',
      sector: 'family',
    });
    for (const ring of ['intimates', 'friends', 'acquaintances', 'services'] as const)
      for (const sector of ['family', 'society', 'professionals', 'fellow_clients'] as const)
        expect(meaning(toMap(placeFor(member('a', { ring, sector }), []) ?? { x: 0, y: 0 }))).toEqual({
          ring,
          sector,
        });
  });
});
