// Finds names while the user types. Capitals and accents make no difference.

/** Returns a text without capitals and accents. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

export function includes(text: string, typed: string): boolean {
  return fold(text).includes(fold(typed.trim()));
}
