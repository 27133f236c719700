// A question to Rust, with its answer on the screen.
import type { Topic } from '$generated/Topic';
import { whenStale } from '$shell/changes';
import { explain } from '$shell/i18n.svelte';

/** The answer to a question, or the reason why there is none. */
export type Answer<T> = { readonly value: T | null; readonly problem: string; askAgain: () => void };

/**
 * Asks a question, and asks it again whenever a state that `ask` reads changes or a topic becomes stale for which
 * `isAbout` is true. `ask` must read all state before it returns. It returns `null` if there is nothing to ask. An
 * answer to an earlier question is ignored, and so is one that arrives after the component is destroyed.
 */
export function answerTo<T>(
  ask: () => Promise<T> | null,
  isAbout: (topic: Topic) => boolean = () => false,
): Answer<T> {
  let value = $state.raw<T | null>(null);
  let problem = $state('');
  let round = $state(0);
  const askAgain = () => void (round += 1);

  $effect(() => {
    let isLatest = true;
    void round;
    const asked = ask();
    if (!asked) [value, problem] = [null, ''];
    asked?.then(
      (answer) => {
        if (isLatest) [value, problem] = [answer, ''];
      },
      (thrown) => {
        if (isLatest) problem = explain(thrown);
      },
    );
    return () => (isLatest = false);
  });

  $effect(() => whenStale((topic) => isAbout(topic) && askAgain()));

  return {
    get value() {
      return value;
    },
    get problem() {
      return problem;
    },
    askAgain,
  };
}
