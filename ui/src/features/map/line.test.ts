import { choices } from '$generated/choices';
import { describe, expect, it } from 'vitest';
import { lineStyle } from './line';

describe('a line', () => {
  it('differs for each quality and strength as a trained reader expects', () => {
    expect(lineStyle('strong', null)).toEqual({ width: 5.5, kind: 'solid' });
    const qualities = ['supportive', 'close', 'fused', 'neutral', 'distant', 'strained', 'cut_off'];
    expect(new Set([null, ...qualities].map((quality) => lineStyle(null, quality).kind)).size).toBe(8);
    expect(lineStyle(null, 'strained').kind).toBe('zigzag');
    expect(lineStyle('weak', null).kind).toBe('dashed');
  });

  it('of a tie of which nothing is known differs from every other', () => {
    const known = [null, ...choices.strength].flatMap((strength) =>
      [null, ...choices.quality].map((quality) => ({ strength, quality })),
    );
    const others = known.filter(({ strength, quality }) => strength ?? quality);
    const kinds = new Set(others.map(({ strength, quality }) => lineStyle(strength, quality).kind));
    expect(kinds.has(lineStyle('ordinary', null).kind)).toBe(true);
    expect(kinds.has(lineStyle(null, null).kind)).toBe(false);
  });
});
