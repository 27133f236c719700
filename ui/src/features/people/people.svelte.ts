// What two screens about working together share: what stands, what went wrong, what was said.
import { onMount } from 'svelte';
import { api } from '$shell/api';
import { whenStale } from '$shell/changes';
import type { People } from '$generated/People';
import { explain } from '$shell/i18n.svelte';

/** The state of a screen that shows [`People`]; asked when it opens, and whenever it became stale. */
export function togetherState() {
  const state = $state({ together: null as People | null, problem: '', said: '' });

  async function refresh() {
    try {
      state.together = await api.together();
    } catch (thrown) {
      state.problem = explain(thrown);
    }
  }

  /** Does something and asks again; says `then` where it went well. */
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
