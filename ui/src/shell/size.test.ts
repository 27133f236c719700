import { describe, expect, it } from 'vitest';
import { sizeAsked } from './size';

const held = (key: string) => ({ key, ctrlKey: true, metaKey: false });

describe('the size of everything', () => {
  it('goes up and down by the keys that every browser has, to its ends, and back', () => {
    expect(['+', '=', '-', '0'].map((key) => sizeAsked(held(key), 150))).toEqual([175, 175, 125, 100]);
    expect([sizeAsked(held('+'), 300), sizeAsked(held('-'), 100)]).toEqual([300, 100]);
  });

  it('is not asked for by a letter, nor by plus on the map', () => {
    expect(sizeAsked(held('a'), 100)).toBe(null);
    expect(sizeAsked({ key: '+', ctrlKey: false, metaKey: false }, 100)).toBe(null);
  });
});
