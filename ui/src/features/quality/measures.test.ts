import { describe, expect, it } from 'vitest';
import type { Analysis } from '$generated/Analysis';
import { MEASURES, valueOf } from './measures';
import { texts } from '$shell/texts';

const analysis: Analysis = {
  size: 3,
  ties: 1,
  density: 1 / 3,
  components: 2,
  isolates: 1,
  sectors: { family: 2 },
  rings: { intimates: 1, of_tomorrow: 1 } as Analysis['rings'],
  support: { company: { givers: 2, receivers: 1 } },
  variety: { age: 0.5, gender: null },
  unknown: { age: 1 },
  betweenness: { 'p-a': 0, 'p-b': 0.25, 'p-c': 1 },
  constraint: null,
  effective_size: 2.333,
  articulation: ['p-b'],
  reciprocity: 0.5,
  professionals_share: 0,
  reach: {},
  frequency: {},
  strength: {},
  bridging: -0.5,
};
const value = (measure: (typeof MEASURES)[number]) =>
  valueOf(measure, analysis, (id) => id.slice(2).toUpperCase());

describe('the figures of a network', () => {
  it('have a label and a source in both languages', () => {
    for (const text of Object.values(texts))
      for (const measure of MEASURES)
        for (const id of [`measure-${measure}`, `measure-${measure}-how`])
          expect(text).toContain(`\n${id} = `);
  });

  it('are all in the complete list', () => {
    expect([...MEASURES].sort()).toEqual(Object.keys(analysis).sort());
  });

  it('are written in words, with a decimal comma', () => {
    expect(value('density')).toEqual({ kind: 'one', value: '1 van de 3 mogelijke banden (0,33)' });
    expect(value('effective_size')).toEqual({ kind: 'one', value: '2,33 van 3' });
    expect(value('constraint')).toEqual({ kind: 'one', value: 'Nog niet te zeggen' });
  });

  it('name every kind, including empty kinds and kinds that a newer version knows', () => {
    const rings = value('rings');
    expect(rings.kind === 'table' && rings.rows).toEqual([
      ['Intimi', '1'],
      ['Vrienden', '0'],
      ['Bekenden', '0'],
      ['Diensten', '0'],
      ['of_tomorrow', '1'],
    ]);
  });

  it('name only people who connect others, highest first', () => {
    const between = value('betweenness');
    expect(between.kind === 'table' && between.rows).toEqual([
      ['C', '1'],
      ['B', '0,25'],
    ]);
    expect(value('articulation')).toEqual({ kind: 'one', value: 'B' });
  });
});
