import { describe, expect, it } from 'vitest';
import { addingLine, hasLine } from './family-edits';

const lines = { partnerships: [{ a: 'p-1', b: 'client' }], parentages: [{ parent: 'p-2', child: 'client' }] };

describe('a family line', () => {
  it('to a partner is there from either side', () => {
    expect(hasLine(lines, 'partner', 'client', 'p-1')).toBe(true);
    expect(hasLine(lines, 'partner', 'p-1', 'client')).toBe(true);
    expect(hasLine(lines, 'partner', 'p-2', 'client')).toBe(false);
  });

  it('to a parent is there in one direction only', () => {
    expect(hasLine(lines, 'parent', 'client', 'p-2')).toBe(true);
    expect(hasLine(lines, 'child', 'p-2', 'client')).toBe(true);
    expect(hasLine(lines, 'child', 'client', 'p-2')).toBe(false);
  });

  it('that is added runs from the parent to the child, whoever was asked about', () => {
    const ends = (edit: ReturnType<typeof addingLine>) =>
      edit.record === 'parentage' && edit.change.do === 'add' && edit.change.fields;
    const expected = [
      { field: 'parent', value: 'p-2' },
      { field: 'child', value: 'p-1' },
    ];
    expect(ends(addingLine('parent', 'p-1', 'p-2'))).toEqual(expected);
    expect(ends(addingLine('child', 'p-2', 'p-1'))).toEqual(expected);
  });

  it('that is added to a partner keeps the person who was asked about first', () => {
    expect(addingLine('partner', 'p-1', 'p-2')).toMatchObject({
      record: 'partnership',
      change: {
        do: 'add',
        fields: [
          { field: 'a', value: 'p-1' },
          { field: 'b', value: 'p-2' },
        ],
      },
    });
  });
});
