// Days as people write them: 3-12-2026, 3 dec, morgen, next Tuesday. The record stores them as 2026-12-03.
import { GB } from 'chrono-node/en';
import * as dutch from 'chrono-node/nl';

/** The side of today on which a day lies whose year or week is not written. */
export type Side = 'coming' | 'nearest';

/** Formats a day for a field. */
export function written(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return year && month && day ? `${day}-${month}-${year}` : iso;
}

/** Formats a day in words, so that a person sees how it was read: “donderdag 3 december 2026”. */
export function inWords(iso: string, language: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (!year || !month || !day) return '';
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
    dateStyle: 'full',
    timeZone: 'UTC',
  });
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return format.format(date);
}

/**
 * Reads a day from text. Returns `''` for empty text and `null` for text that is not one day. Two-digit years are
 * 20xx.
 */
export function read(text: string, side: Side = 'nearest', now = new Date()): string | null {
  const trimmed = text.trim();
  if (!trimmed) return '';
  const numbers = /^(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{4}|\d{2}))?[-/.]?$/.exec(trimmed);
  if (!numbers) return readWords(trimmed, side, now);
  const [day, month] = [Number(numbers[1]), Number(numbers[2])];
  if (numbers[3]) return existing(Number(numbers[3]) + (numbers[3].length === 2 ? 2000 : 0), month, day);
  return withoutYear(month, day, side, now);
}

/** Returns a day that exists, or `null`. */
function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1850;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** Returns the day in the year that is meant. A 29 February is in the next year that has one. */
function withoutYear(month: number, day: number, side: Side, now: Date): string | null {
  const year = now.getFullYear();
  const years = side === 'coming' ? [0, 1, 2, 3, 4, 5, 6, 7, 8] : [-1, 0, 1, -2, 2, -3, 3, -4, 4];
  const days = years.map((away) => existing(year + away, month, day)).filter((one) => one !== null);
  const thisDay = today(now);
  if (side === 'coming') return days.find((one) => one >= thisDay) ?? null;
  const away = (one: string) => Math.abs(Date.parse(one) - Date.parse(thisDay));
  return days.sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** Words of Dutch that the library does not know, as others that it does. */
const SAME: [RegExp, string][] = [
  [/^overmorgen$/, 'over 2 dagen'],
  [/^eergisteren$/, '2 dagen geleden'],
  [/^(?:komende|aanstaande|a\.?s\.?) (\w+)$/, '$1'],
  [/^(\w+) volgende week$/, 'volgende week $1'],
  [/^(?:afgelopen|vorige) (\w+dag)$/, 'afgelopen $1'],
];

/** Words for a day before today, in both languages. */
const BEFORE = /^(?:afgelopen|vorige|last|previous)\b/;

/** A time that is longer than a day. */
const LONGER =
  /^(?:volgende|komende|vorige|afgelopen|deze|next|last|previous|this) (?:week|maand|jaar|month|year)$/;

/** Reads a day that is written in words, in either language, by chrono-node. */
function readWords(text: string, side: Side, now: Date): string | null {
  const lower = text.toLowerCase().replace(/\s+/g, ' ');
  const said = SAME.reduce((words, [form, other]) => words.replace(form, other), lower);
  if (LONGER.test(said)) return null;
  const isBefore = BEFORE.test(said);
  const plain = said.replace(/^afgelopen /, '');
  // In the middle of the day, so that no time zone makes it another day.
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 12);
  for (const language of [dutch, GB]) {
    const words = language === dutch ? plain : said;
    const [found, ...more] = language.parse(words, from, { forwardDate: side === 'coming' && !isBefore });
    if (!found || more.length || found.text !== words || found.end) continue;
    const { start } = found;
    const isOneDay = start.isCertain('day') || start.isCertain('weekday') || /maand|month/.test(words);
    if (!isOneDay || start.isCertain('hour')) continue;
    const date = start.date();
    if (isBefore && words !== said) while (today(date) >= today(now)) date.setDate(date.getDate() - 7);
    return existing(date.getFullYear(), date.getMonth() + 1, date.getDate());
  }
  return null;
}

/** Returns today by this computer's clock. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
