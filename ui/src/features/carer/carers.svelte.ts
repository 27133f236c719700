import type { CarersView } from '$generated/CarersView';
import type { DossierView } from '$generated/DossierView';
import { type Answer, answerTo } from '$shared/answer.svelte';
import { api } from '$shell/api';

/** Reads the carers of a dossier, again whenever its record or the list of dossiers changes. */
export function carersOf(view: () => DossierView): Answer<CarersView> {
  return answerTo(
    () => api.carers(view().profile.id),
    (topic) => topic.topic === 'caseload',
  );
}
