// Days as people write them: day, month, year. The record stores them as 2026-11-24.

/** Formats a day for a field. */
export function written(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return year && month && day ? `${day}-${month}-${year}` : iso;
}

/**
 * Reads a day from text. Returns `''` for empty text and `null` for an invalid day. Two-digit years are 20xx.
 */
export function read(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed) return '';
  const match = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})$/.exec(trimmed);
  if (!match) return null;
  const [day, month] = [Number(match[1]), Number(match[2])];
  const year = Number(match[3]) + (match[3]?.length === 2 ? 2000 : 0);
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1850;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** Returns today by this computer's clock. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
