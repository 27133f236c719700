// Saves words that are only on the screen before the window locks or closes.
const saves = new Set<() => Promise<boolean>>();

/**
 * Adds a save that must run before the window locks or closes, and that answers whether all was saved. Returns a
 * function that removes it.
 */
export function beforeLeaving(save: () => Promise<boolean>): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/** Runs every save. One that fails does not stop the others. Returns whether all was saved. */
export async function saveAll(): Promise<boolean> {
  const results = await Promise.allSettled([...saves].map((save) => save()));
  return results.every((result) => result.status === 'fulfilled' && result.value);
}
