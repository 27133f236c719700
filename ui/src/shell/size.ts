// How large everything is shown. Every browser has this; the window of a program has it only if it is given.
import { api } from './api';

/** In hundredths. At the largest, two words stand beside each other on a small screen. */
export const SIZES = [100, 125, 150, 175, 200, 250, 300];
let now = 100;

export async function enlarge(size: number): Promise<void> {
  if (size === now) return;
  now = size;
  await api.enlarge(size);
}

/** Returns the size that a key held with Control asks for: larger, smaller or the default. `null` for other keys. */
export function sizeAsked(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  from = now,
): number | null {
  if (!event.ctrlKey && !event.metaKey) return null;
  if (event.key === '0') return 100;
  if (event.key === '+' || event.key === '=') return SIZES.find((size) => size > from) ?? from;
  if (event.key === '-') return SIZES.findLast((size) => size < from) ?? from;
  return null;
}
