import { describe, expect, it } from 'vitest';
import { newId } from './id';

describe('a new id', () => {
  it('is valid in the record and different each time', () => {
    expect(newId('p')).toMatch(/^p-[0-9a-hjkmnp-tv-z]{16}$/);
    expect(newId('p')).not.toBe(newId('p'));
  });
});
