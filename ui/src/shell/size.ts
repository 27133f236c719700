// The size at which everything is shown. Browsers have this built in, but the window of a program must
// provide it.
import { api } from './api';

/** Sizes in percent. At the largest size, a small screen still fits two words beside each other. */
export const SIZES = [100, 125, 150, 175, 200, 250, 300];
let now = 100;

export async function enlarge(size: number): Promise<void> {
  if (size === now) return;
  now = size;
  await api.enlarge(size);
}

/**
 * Returns the size that a key held with Control asks for: larger, smaller or the default. `null` for other
 * keys.
 */
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
