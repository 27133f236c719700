import { describe, expect, it } from 'vitest';
import type { Member } from '$shared/member';
import { addingTie, closeness, placing, removing } from './edits';
import { MIDDLE } from './view';

const anna = {
  id: 'p-1',
  kind: 'person',
  name: 'Anna',
  ring: 'services',
  sector: 'family',
  circle: null,
} as Member;
const set = (field: string, value: unknown) => ({
  record: 'person',
  change: { do: 'set', id: 'p-1', to: { field, value } },
});

describe('an edit of the map', () => {
  it('saves a place as fractions of the map', () => {
    expect(placing('ecogram', { member: anna, point: MIDDLE })).toEqual([set('ecogram', { x: 0.5, y: 0.5 })]);
  });

  it('saves what a place in the circle means', () => {
    const edits = placing('circle', { member: anna, point: { x: MIDDLE.x + 80, y: MIDDLE.y - 80 } });
    expect(edits.slice(1)).toEqual([set('ring', 'intimates'), set('sector', 'society')]);
  });

  it('moves the mark in the circle along with the words', () => {
    const edit = closeness(anna, [anna], 'ring', 'intimates');
    expect(edit.change).toMatchObject([
      set('ring', 'intimates'),
      { change: { to: { field: 'circle', value: { x: expect.any(Number) } } } },
    ]);
  });

  it('takes the mark out of the circle when a ring is no longer known', () => {
    expect(closeness(anna, [anna], 'ring', null).change).toEqual([set('ring', null), set('circle', null)]);
  });

  it('gives each tie an id of its own', () => {
    expect(addingTie('p-1', 'p-2')).not.toEqual(addingTie('p-1', 'p-2'));
  });

  it('removes a record of the right kind', () => {
    expect(removing({ id: 'o-1', kind: 'organisation' })).toMatchObject({
      record: 'organisation',
      change: { do: 'remove', id: 'o-1' },
    });
  });
});
