import { describe, expect, it } from 'vitest';
import { sizeAsked } from './size';

const held = (key: string) => ({ key, ctrlKey: true, metaKey: false });

describe('the size of everything', () => {
  it('grows, shrinks and resets by the keys that browsers use, within its limits', () => {
    expect(['+', '=', '-', '0'].map((key) => sizeAsked(held(key), 150))).toEqual([175, 175, 125, 100]);
    expect([sizeAsked(held('+'), 300), sizeAsked(held('-'), 100)]).toEqual([300, 100]);
  });

  it('ignores plain letters, and the plus key of the map', () => {
    expect(sizeAsked(held('a'), 100)).toBe(null);
    expect(sizeAsked({ key: '+', ctrlKey: false, metaKey: false }, 100)).toBe(null);
  });
});
