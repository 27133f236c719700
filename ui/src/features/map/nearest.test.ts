import { describe, expect, it } from 'vitest';
import { nearest } from './nearest';

describe('an arrow', () => {
  it('walks to the nearest member in its direction', () => {
    const places = new Map([
      ['a', { x: 0, y: 0 }],
      ['b', { x: 100, y: 10 }],
      ['c', { x: 90, y: 200 }],
    ]);
    expect(nearest(places, 'a', 'ArrowRight')).toBe('b');
    expect(nearest(places, 'b', 'ArrowDown')).toBe('c');
    expect(nearest(places, 'a', 'ArrowLeft')).toBe('a');
  });
});
