// Who carries in the dossier that shows; asked again whenever its record changed, or the list of dossiers did.
import { onMount } from 'svelte';
import { api } from '$shell/api';
import { whenStale } from '$shell/changes.svelte';
import type { CarersView } from '$generated/CarersView';
import type { DossierView } from '$generated/DossierView';
import { explain } from '$shell/i18n.svelte';

/** The state of a part that shows [`CarersView`]. */
export function carersOf(view: () => DossierView) {
  const state = $state({ carers: null as CarersView | null, problem: '' });

  // An answer to an earlier question is left.
  async function ask(of: DossierView) {
    try {
      const answer = await api.carers(of.profile.id);
      if (of === view()) [state.carers, state.problem] = [answer, ''];
    } catch (thrown) {
      state.problem = explain(thrown);
    }
  }

  $effect(() => void ask(view()));
  onMount(() => whenStale((topic) => topic.topic === 'caseload' && void ask(view())));

  return state;
}
