import { expect, it } from 'vitest';
import { readHour, writtenHour } from './hour';

it('reads hours as people write them', () => {
  for (const text of ['14:30', '14.30', '14u30', '14 u 30', ' 14:30 uur ']) expect(readHour(text)).toBe(870);
  for (const text of ['9', '9 uur', '9u', '09:00']) expect(readHour(text)).toBe(540);
  for (const text of ['24:00', '12:60', 'half drie', '14:3']) expect(readHour(text)).toBeNull();
  expect(readHour(' ')).toBe('');
});

it('writes hours in one form', () => {
  expect([0, 545, 870, null].map(writtenHour)).toEqual(['0:00', '9:05', '14:30', '']);
});
