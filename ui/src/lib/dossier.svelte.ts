// The dossier that is open, as the record has it. It is asked again whenever something became stale, never guessed.
import { listen } from '@tauri-apps/api/event';
import { api } from './api';
import type { Changed } from './generated/Changed';
import type { DossierView } from './generated/DossierView';
import type { Edit } from './generated/Edit';
import type { PersonField } from './generated/PersonField';
import { explain, say } from './i18n.svelte';

type Saving = 'saved' | 'saving' | 'failed';

export const dossier = $state({
  view: null as DossierView | null,
  saving: 'saved' as Saving,
  problem: '',
  /** What a screen reader hears. */
  announcement: '',
  /** The member whose panel is open. */
  selected: '',
});

let id = '';
let pending: (() => Promise<void>) | null = null;

export async function openDossier(which: string): Promise<void> {
  id = which;
  dossier.selected = '';
  dossier.problem = '';
  dossier.view = await api.dossier(which);
  dossier.saving = 'saved';
}

export function closeDossier(): void {
  id = '';
  pending = null;
  Object.assign(dossier, { view: null, selected: '', problem: '', announcement: '', saving: 'saved' });
}

/** What still has to be written before the window goes elsewhere. */
export function writeLater(write: (() => Promise<void>) | null): void {
  pending = write;
  // Words that are only on the screen are not saved, and the screen says so.
  if (write) dossier.saving = 'saving';
}

/** What was typed turned out to be what stood there. */
export function nothingToWrite(): void {
  if (dossier.saving === 'saving') dossier.saving = 'saved';
}

export async function flushDossier(): Promise<void> {
  const write = pending;
  pending = null;
  await write?.();
}

async function refresh(): Promise<void> {
  const asked = id;
  if (!asked) return;
  const view = await api.dossier(asked);
  if (asked === id) dossier.view = view;
}

/** Runs something that writes, and tells honestly how it stands. */
export async function writing(write: (id: string) => Promise<Changed>): Promise<boolean> {
  if (!id) return false;
  dossier.saving = 'saving';
  dossier.problem = '';
  try {
    const changed = await write(id);
    await refresh();
    dossier.saving = 'saved';
    if (changed.message) dossier.announcement = say(changed.message);
    return true;
  } catch (thrown) {
    dossier.saving = 'failed';
    dossier.problem = explain(thrown);
    return false;
  }
}

export function edit(change: Edit): Promise<boolean> {
  return writing((id) => api.edit(id, change));
}

export function setPerson(person: string, to: PersonField): Promise<boolean> {
  return edit({ record: 'person', change: { do: 'set', id: person, to } });
}

export const undo = () => writing((id) => api.undo(id));
export const redo = () => writing((id) => api.redo(id));

/** Asks again when another window or device changed something. */
export function listenForChanges(): Promise<() => void> {
  return listen<Changed>('changed', ({ payload }) => {
    const mine = payload.topics.some((topic) => topic.topic === 'dossier' && topic.id === id);
    if (mine && dossier.saving !== 'saving') void refresh();
  });
}
