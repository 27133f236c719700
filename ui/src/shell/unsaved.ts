// Saves words that are only on the screen before the window locks or closes.
const saves = new Map<() => Promise<boolean>, () => boolean>();

/**
 * Adds a save that must run before the window locks or closes, and that answers whether all was saved. `isWaiting`
 * tells whether there is something to save. Returns a function that removes it.
 */
export function beforeLeaving(save: () => Promise<boolean>, isWaiting = () => false): () => void {
  saves.set(save, isWaiting);
  return () => void saves.delete(save);
}

/** Returns whether something on the screen is not saved. */
export function isSomethingUnsaved(): boolean {
  return [...saves.values()].some((isWaiting) => isWaiting());
}

/** Runs every save. One that fails does not stop the others. Returns whether all was saved. */
export async function saveAll(): Promise<boolean> {
  const results = await Promise.allSettled([...saves.keys()].map((save) => save()));
  return results.every((result) => result.status === 'fulfilled' && result.value);
}
