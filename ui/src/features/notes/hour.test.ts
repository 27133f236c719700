import { expect, it } from 'vitest';
import { readHour, writtenHour } from './hour';

it('reads hours as people write them', () => {
  for (const text of ['14:30', '14.30', '14u30', '14 u 30', ' 14:30 uur ']) expect(readHour(text)).toBe(870);
  for (const text of ['9', '9 uur', '9u', '09:00']) expect(readHour(text)).toBe(540);
  for (const text of ['24:00', '12:60', 'half dertien', 'half', '13 pm', 'over drie', '90 over 3', '14:3'])
    expect(readHour(text)).toBeNull();
  expect(readHour(' ')).toBe('');
});

it('reads hours as people say them', () => {
  const hours = {
    'half drie': 870,
    'Half 3': 870,
    'half past two': 870,
    'kwart over twee': 855,
    'quarter past two': 855,
    'kwart voor drie': 885,
    'quarter to three': 885,
    'tien over half drie': 880,
    'vijf voor half drie': 865,
    'half negen': 510,
    negen: 540,
    'drie uur': 900,
    '3 uur': 900,
    '9 uur': 540,
    'één uur': 780,
    '3:00': 180,
    twaalf: 720,
    'half een': 750,
    '2:30 pm': 870,
    '2 pm': 840,
    '9am': 540,
    '12 am': 0,
  };
  for (const [text, minutes] of Object.entries(hours)) expect(readHour(text), text).toBe(minutes);
});

it('writes hours in one form', () => {
  expect([0, 545, 870, null].map(writtenHour)).toEqual(['0:00', '9:05', '14:30', '']);
});
