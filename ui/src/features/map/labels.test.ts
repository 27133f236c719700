import { describe, expect, it } from 'vitest';
import { fitting } from './labels';

describe('the names on the map', () => {
  it('do not cover each other', () => {
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
});
