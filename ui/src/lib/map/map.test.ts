import { describe, expect, it } from 'vitest';
import { newId } from '../id';
import { SIZE, layout, meaning, placeFor, toMap } from './layout';
import { lineStyle } from './line';
import { type Member, initials } from './member';
import { walk } from './walk';

function member(id: string, more: Partial<Member> = {}): Member {
  const nothing = { relation: null, sector: null, ring: null, ecogram: null, circle: null };
  const tie = { quality: null, strength: null, energy: null, deceased: false, ties: 0 };
  return { id, kind: 'person', name: id, ...nothing, ...tie, ...more };
}

describe('the map', () => {
  it('leaves a member where a hand put it', () => {
    const placed = member('a', { ecogram: { x: 0.25, y: 0.5 } });
    expect(layout([placed, member('b')], 'ecogram').get('a')).toEqual({ x: 300, y: 400 });
  });

  it('keeps sixty people without a place apart and on the map', () => {
    const all = Array.from({ length: 60 }, (_, i) => member(`p${i}`));
    const places = [...layout(all, 'ecogram').values()];
    for (const [i, one] of places.entries()) {
      expect(one.x > 0 && one.x < SIZE.width && one.y > 0 && one.y < SIZE.height).toBe(true);
      for (const other of places.slice(i + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(30);
    }
  });

  it('understands a place in the circle, and gives back one that means the same', () => {
    expect(meaning({ x: SIZE.width / 2 - 60, y: SIZE.height / 2 - 60 })).toEqual({ ring: 'intimates', sector: 'family' });
    for (const ring of ['intimates', 'friends', 'acquaintances', 'services'] as const)
      for (const sector of ['family', 'society', 'professionals', 'fellow_clients'] as const)
        expect(meaning(toMap(placeFor(member('a', { ring, sector }), [])))).toEqual({ ring, sector });
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
    expect(lineStyle('strong', 'supportive')).toEqual({ width: 5.5, kind: 'solid' });
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
