import { describe, expect, it } from 'vitest';
import { newId } from './id';

describe('a new id', () => {
  it('is one that the record accepts, and another each time', () => {
    expect(newId('p')).toMatch(/^p-[0-9a-hjkmnp-tv-z]{16}$/);
    expect(newId('p')).not.toBe(newId('p'));
  });
});
