// What became stale: every part that shows something asks again for itself.
import { listen } from '@tauri-apps/api/event';
import type { Changed } from '$generated/Changed';
import type { Topic } from '$generated/Topic';

/** Calls back for each topic that became stale; returns what stops it. */
export function whenStale(tell: (topic: Topic) => void): () => void {
  const stop = listen<Changed>('changed', ({ payload }) => payload.topics.forEach(tell));
  return () => void stop.then((end) => end());
}
