import { onMount } from 'svelte';
import type { CarersView } from '$generated/CarersView';
import type { DossierView } from '$generated/DossierView';
import { type Answer, answerTo } from '$shared/answer.svelte';
import { api } from '$shell/api';
import { whenStale } from '$shell/changes';

/** Reads the carers of a dossier, again whenever its record or the list of dossiers changes. */
export function carersOf(view: () => DossierView): Answer<CarersView> {
  const answer = answerTo(() => api.carers(view().profile.id));
  onMount(() => whenStale((topic) => topic.topic === 'caseload' && answer.askAgain()));
  return answer;
}
