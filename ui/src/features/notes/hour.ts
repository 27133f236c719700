// Hours of the day as people write them: 14:30, 14.30, 14u30, 14 uur, 2:30 pm, half drie, half past two. The record
// stores minutes after midnight.
import { t } from '$shell/i18n.svelte';

/** Formats an hour for a field. */
export function writtenHour(minutes: number | null): string {
  if (minutes === null) return '';
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The parts of a day, with the hour at which each ends. */
const PARTS = [
  ['night', 6],
  ['morning', 12],
  ['afternoon', 18],
  ['evening', 24],
] as const;

/** Formats an hour in words, so that a person sees how it was read: “half drie ’s middags”. */
export function hourInWords(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const part = PARTS.find(([, end]) => hour < end)?.[0] ?? 'night';
  const named = (of: number) => t('hour-name', { hour: of % 12 || 12 });
  const words = { time: writtenHour(minutes), hour: named(hour), next: named(hour + 1), minute };
  return t(`hour-said-${part}`, { time: t('hour-said', words) });
}

/** The first hour of the day at which people meet. An hour that is said without its half of the day is after it. */
const FIRST = 8;

/** Reads an hour from text. Returns `''` for empty text and `null` for an invalid hour. */
export function readHour(text: string): number | '' | null {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const trimmed = plain.trim().toLowerCase().replace(/\s+/g, ' ');
  if (!trimmed) return '';
  const match = /^(\d{1,2})(?:\s*(?:[:.]|u|h)\s*(\d{2}))?\s*(?:(u|uur|h)|(am|pm|a\.m\.|p\.m\.))?$/.exec(
    trimmed,
  );
  if (!match) return readSpoken(trimmed);
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  const half = match[4]?.[0];
  if (half && (hours < 1 || hours > 12)) return null;
  // “3 uur” is said of the afternoon, and 3:00 is written of the night.
  const isSaid = match[3] === 'uur' && match[2] === undefined && hours > 0 && hours < FIRST;
  const hour = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours + (isSaid ? 12 : 0);
  return hour < 24 && minutes < 60 ? hour * 60 + minutes : null;
}

/** The numbers that people say beside an hour, in Dutch and in English. */
const NUMBERS: Record<string, number> = Object.fromEntries(
  [
    'een one',
    'twee two',
    'drie three',
    'vier four',
    'vijf five',
    'zes six',
    'zeven seven',
    'acht eight',
    'negen nine',
    'tien ten',
    'elf eleven',
    'twaalf twelve',
  ].flatMap((words, place) => words.split(' ').map((word) => [word, place + 1])),
);

/** A number of minutes as it is said. */
const AMOUNT = String.raw`kwart|quarter|vijf|five|tien|ten|twintig|twenty|\d{1,2}`;

/** An hour as it is said: “tien voor half drie”, “half past two”, “drie uur”. */
const SPOKEN = new RegExp(
  String.raw`^(?:(${AMOUNT}) (over|voor|past|to) )?(half (?:past )?)?(\w+)(?: uur| o'clock)?$`,
);

/** Reads an hour as it is said. */
function readSpoken(text: string): number | null {
  const [, amount, side, half, named = ''] = SPOKEN.exec(text) ?? [];
  const hour = NUMBERS[named] ?? (/^\d{1,2}$/.test(named) ? Number(named) : 0);
  if (hour < 1 || hour > 12) return null;
  const away = amount === undefined ? 0 : minutesOf(amount);
  if (away >= 60) return null;
  // In Dutch, half three is half an hour before three.
  const halfHour = !half ? 0 : half.includes('past') ? 30 : -30;
  const direction = side === 'voor' || side === 'to' ? -1 : 1;
  const minutes = (hour % 12) * 60 + halfHour + direction * away;
  const inHalfDay = (minutes + 12 * 60) % (12 * 60);
  return inHalfDay < FIRST * 60 ? inHalfDay + 12 * 60 : inHalfDay;
}

function minutesOf(amount: string): number {
  if (amount === 'kwart' || amount === 'quarter') return 15;
  if (amount === 'twintig' || amount === 'twenty') return 20;
  return NUMBERS[amount] ?? Number(amount);
}
