// Announces stale topics, so that every part of the window that shows one asks for it again.
import { listen } from '@tauri-apps/api/event';
import type { Changed } from '$generated/Changed';
import type { Topic } from '$generated/Topic';

const listeners = new Set<(topic: Topic) => void>();

/** Begins to announce the changes that Rust reports. Returns a function that ends this. */
export function listenForChanges(): () => void {
  const listening = listen<Changed>('changed', ({ payload }) => announce(payload.topics));
  return () => void listening.then((end) => end());
}

/** Calls `tell` for each topic that becomes stale. Returns a function that ends this. */
export function whenStale(tell: (topic: Topic) => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

function announce(topics: readonly Topic[]): void {
  for (const topic of topics) for (const tell of [...listeners]) tell(topic);
}
