// State that two screens about working together share: the people, the problem and the latest announcement.
import { onMount } from 'svelte';
import { api } from '$shell/api';
import { whenStale } from '$shell/changes';
import type { People } from '$generated/People';
import { explain } from '$shell/i18n.svelte';

/** The state of a screen that shows [`People`]. It is read when the screen opens and whenever it is stale. */
export function togetherState() {
  const state = $state({ together: null as People | null, problem: '', said: '' });

  async function refresh() {
    try {
      state.together = await api.together();
    } catch (thrown) {
      state.problem = explain(thrown);
    }
  }

  /** Runs a command and reads the state again. Announces `then` if the command succeeded. */
  async function trying(run: () => Promise<unknown>, then = '') {
    [state.problem, state.said] = ['', ''];
    try {
      await run();
      state.said = then;
    } catch (thrown) {
      state.problem = explain(thrown);
    }
    await refresh();
  }

  onMount(() => {
    void refresh();
    return whenStale((topic) => topic.topic === 'people' && void refresh());
  });

  return { state, refresh, trying };
}
