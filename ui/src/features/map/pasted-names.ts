// Names in a text that was copied from a document, a table or a message.
import { fold } from '$shared/find-name';

/** A name in a text. */
export type PastedName = { name: string; isHere: boolean };

/** What stands before an item of a list: a dash, a dot, a number or a box. */
const BULLET = /^\s*(?:[-–—*•·▪◦☐☑✓]|\d{1,3}[.)])\s+/u;

/**
 * Returns the names in a text, each once: one a line, and one a cell where the text is a table of one row. A comma
 * separates no names, because it stands inside many.
 */
export function namesIn(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim());
  const parts = lines.length === 1 ? text.split(/[\t;]/) : lines;
  const seen = new Map<string, string>();
  for (const part of parts) {
    const name = part.replace(BULLET, '').replace(/\s+/g, ' ').trim().replace(/[,;]$/, '').trim();
    if (name && !seen.has(fold(name))) seen.set(fold(name), name);
  }
  return [...seen.values()];
}

/** Returns the names with whether somebody on the map is called so already. */
export function compared(names: string[], members: { name: string }[]): PastedName[] {
  const here = new Set(members.map(({ name }) => fold(name)));
  return names.map((name) => ({ name, isHere: here.has(fold(name)) }));
}
