// A question to Rust, with its answer on the screen.
import type { Topic } from '$generated/Topic';
import { whenStale } from '$shell/changes';
import { explain } from '$shell/i18n.svelte';

/** The answer to a question, or the reason why there is none. */
export type Answer<T> = { readonly value: T | null; readonly problem: string; askAgain: () => void };

/**
 * Asks a question, and asks it again whenever a state that `ask` reads changes or a topic becomes stale for which
 * `isAbout` is true. `ask` must read all state before it returns. It returns `null` if there is nothing to ask. An
 * answer to an earlier question is ignored, and so is one that arrives after the component is destroyed. The last
 * answer stays until the next one arrives, unless another question fails.
 */
export function answerTo<T>(
  ask: () => Promise<T> | null,
  isAbout: (topic: Topic) => boolean = () => false,
): Answer<T> {
  let value = $state.raw<T | null>(null);
  let problem = $state('');
  let round = $state(0);
  const askAgain = () => void (round += 1);
  /** The last round, the number of the question, and the question that `value` answers. */
  let [lastRound, question, answered] = [-1, 0, 0];

  $effect(() => {
    let isLatest = true;
    // Another question begins when the effect runs although nobody asked for the same one again.
    if (round === lastRound) question += 1;
    lastRound = round;
    const asked = ask();
    if (!asked) [value, problem] = [null, ''];
    asked?.then(
      (answer) => {
        if (isLatest) [value, problem, answered] = [answer, '', question];
      },
      (thrown) => {
        if (!isLatest) return;
        problem = explain(thrown);
        if (answered !== question) value = null;
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
