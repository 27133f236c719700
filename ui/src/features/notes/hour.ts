// Hours of the day as people write them: 14:30, 14.30, 14u30, 14 uur, 14. The record stores minutes after
// midnight.

/** Formats an hour for a field. */
export function writtenHour(minutes: number | null): string {
  if (minutes === null) return '';
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Reads an hour from text. Returns `''` for empty text and `null` for an invalid hour. */
export function readHour(text: string): number | '' | null {
  const trimmed = text.trim().toLowerCase();
  if (!trimmed) return '';
  const match = /^(\d{1,2})(?:\s*(?:[:.]|u|h)\s*(\d{2}))?\s*(?:u|uur|h)?$/.exec(trimmed);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
