// Dates that people know in part, as they write them: 1981, 5-1981, 24-5-1981, about 1981. The record stores
// them as 1981-05-24 and ~1981.

/** Formats a date of the record for a field. */
export function writtenPartial(date: string | null): string {
  if (!date) return '';
  const about = date.startsWith('~') ? '±' : '';
  return about + date.replace('~', '').split('-').map(Number).reverse().join('-');
}

/** Reads a partial date for the record. Returns `''` for empty text and `null` for an invalid date. */
export function readPartial(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  if (!trimmed) return '';
  const about = /^(~|±|ca\.?|circa|rond|ongeveer|about|around)\s*/.exec(trimmed)?.[0] ?? '';
  const parts = trimmed.slice(about.length).split(/[-/. ]+/);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [year = '', month, day] = parts[0]?.length === 4 ? parts : [...parts].reverse();
  if (
    year.length !== 4 ||
    Number(year) < 1 ||
    [month, day].some((part) => part !== undefined && part.length > 2)
  )
    return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  if (date.getUTCMonth() !== Number(month ?? 1) - 1 || date.getUTCDate() !== Number(day ?? 1)) return null;
  return (
    (about ? '~' : '') +
    [year, month, day].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-')
  );
}
