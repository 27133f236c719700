// Going from one dossier to another one: what is typed is written first, and what cannot be saved is not left behind.
import { tick } from 'svelte';
import { dossier, flushDossier } from './dossier.svelte';
import { show } from './session.svelte';

export async function toDossier(id: string): Promise<void> {
  await flushDossier();
  if (dossier.saving === 'failed') return;
  // The one is closed before the other opens: both share what is open.
  show('caseload');
  await tick();
  show('dossier', id);
}
