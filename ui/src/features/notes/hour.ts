// An hour of the day as people write it: 14:30, 14.30, 14u30, 14 uur, 14. The record keeps minutes after midnight.

/** How an hour stands in a field. */
export function writtenHour(minutes: number | null): string {
  if (minutes === null) return '';
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The hour that somebody wrote: `''` for none, `null` where it is not an hour. */
export function readHour(text: string): number | '' | null {
  const trimmed = text.trim().toLowerCase();
  if (!trimmed) return '';
  const match = /^(\d{1,2})(?:\s*(?:[:.]|u|h)\s*(\d{2}))?\s*(?:u|uur|h)?$/.exec(trimmed);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
