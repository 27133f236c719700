import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { itemsOf, joined, KINDS, split } from './instrument';
import { texts } from '$shell/texts';

describe('the answers to an instrument', () => {
  it('are a digit per item, two for the ladder, and hyphens for missing answers', () => {
    expect(joined('three_questions', [0, null, 2])).toBe('0-2');
    expect(joined('carer_qol', [2, 0, 0, 0, 0, 2, 0, 7])).toBe('200002007');
    expect(joined('carer_qol', [2, 0, 0, 0, 0, 2, 0, 10])).toBe('200002010');
    expect(joined('carer_qol', [null, null, null, null, null, null, null, null])).toBe('---------');
  });

  it('are read as they were written', () => {
    for (const kind of KINDS) {
      const some = itemsOf(kind).map((item, at) => (at % 3 ? item.most : null));
      expect(split(kind, joined(kind, some))).toEqual(some);
    }
    expect(split('three_questions', '')).toEqual([null, null, null]);
  });

  it('have a label for every item, answer and instrument', () => {
    const there = new Set(new FluentResource(texts.nl).body.map((entry) => entry.id));
    const asked = KINDS.flatMap((kind) => [
      `instrument-${kind}`,
      `carer-about-${kind}`,
      `carer-items-${kind}`,
      `carer-form-intro-${kind}`,
      ...itemsOf(kind).flatMap((item) => [
        `item-${kind}-${item.name}`,
        ...(item.scale === 'ladder'
          ? ['scale-ladder-low', 'scale-ladder-high']
          : Array.from({ length: item.most + 1 }, (_, i) => `scale-${item.scale}-${i}`)),
      ]),
    ]);
    expect(asked.filter((id) => !there.has(id))).toEqual([]);
  });
});
