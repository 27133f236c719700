import { describe, expect, it } from 'vitest';
import { initials } from './member';

describe('the initials of a name', () => {
  it('are the first letters of its first and last word', () => {
    expect(initials('Fatima el Bennani')).toBe('FB');
    expect(initials('  ')).toBe('');
  });
});
