import { expect, it, vi } from 'vitest';
import { setLanguage } from '$shell/i18n.svelte';
import { hourInWords, readHour, writtenHour } from './hour';

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

it('says in words how an hour was read', () => {
  vi.stubGlobal('document', { documentElement: {} });
  const said = {
    'half drie': ['half drie ’s middags', 'half past two in the afternoon'],
    'kwart over 2': ['kwart over twee ’s middags', 'quarter past two in the afternoon'],
    '8:45': ['kwart voor negen ’s ochtends', 'quarter to nine in the morning'],
    '3:00': ['drie uur ’s nachts', 'three o’clock at night'],
    '14:40': ['14:40 uur ’s middags', '14:40 in the afternoon'],
    '20 uur': ['acht uur ’s avonds', 'eight o’clock in the evening'],
    '23:45': ['kwart voor twaalf ’s avonds', 'quarter to twelve in the evening'],
    '0:15': ['kwart over twaalf ’s nachts', 'quarter past twelve at night'],
    '12:30': ['half één ’s middags', 'half past twelve in the afternoon'],
    '24:00': ['', ''],
  };
  const inWords = (text: string) => {
    const hour = readHour(text);
    return typeof hour === 'number' ? hourInWords(hour) : '';
  };
  for (const [text, [dutch, english]] of Object.entries(said)) {
    setLanguage('nl');
    expect(inWords(text), text).toBe(dutch);
    setLanguage('en');
    expect(inWords(text), text).toBe(english);
  }
  setLanguage('nl');
});
