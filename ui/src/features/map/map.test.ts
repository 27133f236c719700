import { describe, expect, it } from 'vitest';
import { newId } from '$shared/id';
import { meaning } from './circle';
import { fitting } from './labels';
import { layout, placeFor } from './layout';
import { lineStyle } from './line';
import { type Member, initials } from '$shared/member';
import { SIZE, toMap } from './view';
import { walk } from './walk';

function member(id: string, more: Partial<Member> = {}): Member {
  const nothing = { relation: null, sector: null, ring: null, group: null, gives: [] };
  const places = { ecogram: null, circle: null, sociogram: null, genogram: null };
  const tie = { quality: null, strength: null, energy: null, deceased: false, ties: 0 };
  return { id, kind: 'person', name: id, ...nothing, ...places, ...tie, ...more };
}

describe('the map', () => {
  it('leaves a member where a hand put it', () => {
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

  it('moves nobody who stands already when somebody comes', () => {
    const all = Array.from({ length: 20 }, (_, i) => member(`p${i}`));
    const before = layout(all, [], 'sociogram');
    const after = layout([...all, member('new')], [{ a: 'p1', b: 'p2' }], 'sociogram', before);
    for (const [id, place] of before) expect(after.get(id)).toEqual(place);
    expect(after.has('new')).toBe(true);
  });

  it('lays 150 people and 1,000 ties out apart in every view', () => {
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

  it('keeps whoever has no ring yet on the long list', () => {
    expect(
      layout(
        [member('a', { ring: 'friends' }), member('b', { ring: 'friends', sector: 'family' })],
        [],
        'circle',
      ).has('a'),
    ).toBe(false);
  });

  it('believes the words where a place in the circle says otherwise', () => {
    const moved = member('a', { ring: 'friends', sector: 'family', circle: { x: 0.9, y: 0.9 } });
    expect(meaning(layout([moved], [], 'circle').get('a') ?? { x: 0, y: 0 })).toEqual({
      ring: 'friends',
      sector: 'family',
    });
  });

  it('writes no name over another', () => {
    const order = [
      { id: 'a', name: 'Anna' },
      { id: 'b', name: 'Bram' },
      { id: 'c', name: 'Cor' },
    ];
    const places = new Map([
      ['a', { x: 100, y: 100 }],
      ['b', { x: 130, y: 100 }],
      ['c', { x: 400, y: 100 }],
    ]);
    expect([...fitting(order, places, 10, 20)]).toEqual(['a', 'c']);
  });

  it('understands a place in the circle, and gives back one that means the same', () => {
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

  it('is walked to whoever stands nearest in the direction of the arrow', () => {
    const places = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 100, y: 10 }],
      ['c', { x: 90, y: 200 }],
    ]);
    expect(walk(places, 'a', 'ArrowRight')).toBe('b');
    expect(walk(places, 'b', 'ArrowDown')).toBe('c');
    expect(walk(places, 'a', 'ArrowLeft')).toBe('a');
  });

  it('draws lines as a trained reader expects them', () => {
    expect(lineStyle('strong', null)).toEqual({ width: 5.5, kind: 'solid' });
    const qualities = ['supportive', 'close', 'fused', 'neutral', 'distant', 'strained', 'cut_off'];
    expect(new Set([null, ...qualities].map((quality) => lineStyle(null, quality).kind)).size).toBe(8);
    expect(lineStyle(null, 'strained').kind).toBe('zigzag');
    expect(lineStyle('weak', null).kind).toBe('dashed');
  });

  it('shortens a name to its initials', () => {
    expect(initials('Fatima el Bennani')).toBe('FB');
    expect(initials('  ')).toBe('');
  });

  it('makes ids that the record accepts', () => {
    expect(newId('p')).toMatch(/^p-[0-9a-hjkmnp-tv-z]{16}$/);
    expect(newId('p')).not.toBe(newId('p'));
  });
});
