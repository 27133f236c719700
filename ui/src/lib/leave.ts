// Going from one dossier to another one: what is typed is written first, and what cannot be saved is not left behind.
import { dossier, flushDossier } from './dossier.svelte';
import { show } from './session.svelte';

export async function toDossier(id: string): Promise<void> {
  await flushDossier();
  if (dossier.saving !== 'failed') show('dossier', id);
}
