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
});
