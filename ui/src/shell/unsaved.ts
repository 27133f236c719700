// Saves words that are only on the screen before the window locks or closes.
const saves = new Set<() => Promise<unknown>>();

/** Adds a save that must run before the window locks or closes. Returns a function that removes it. */
export function beforeLeaving(save: () => Promise<unknown>): () => void {
  saves.add(save);
  return () => void saves.delete(save);
}

/** Runs every save. One that fails does not stop the others. */
export async function saveAll(): Promise<void> {
  await Promise.allSettled([...saves].map((save) => save()));
}
