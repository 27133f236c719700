// A question to Rust, with its answer on the screen.
import { explain } from '$shell/i18n.svelte';

/** The answer to a question, or the reason why there is none. */
export type Answer<T> = { readonly value: T | null; readonly problem: string; askAgain: () => void };

/**
 * Asks a question, and asks it again whenever a state that `ask` reads changes. `ask` must read all state
 * before it returns. It returns `null` if there is nothing to ask. An answer to an earlier question is
 * ignored, and so is one that arrives after the component is destroyed.
 */
export function answerTo<T>(ask: () => Promise<T> | null): Answer<T> {
  let value = $state.raw<T | null>(null);
  let problem = $state('');
  let round = $state(0);

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

  return {
    get value() {
      return value;
    },
    get problem() {
      return problem;
    },
    askAgain: () => void (round += 1),
  };
}
