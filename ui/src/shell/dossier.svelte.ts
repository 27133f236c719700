// The dossier that is open, as the record has it. It is asked again whenever something became stale, never guessed.
import { listen } from '@tauri-apps/api/event';
import { api } from './api';
import type { Changed } from '$generated/Changed';
import type { DossierView } from '$generated/DossierView';
import type { Edit } from '$generated/Edit';
import type { Seen } from '$generated/Seen';
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
  /** The note that the logbook should open. */
  note: '',
});

let id = '';
/** Writes of words that are only on the screen. */
const waiting = new Set<() => Promise<void>>();
/** How many writes have not been answered yet. */
let underWay = 0;

/** “Saved” is said only when nothing is typed, sent or refused that is not. */
function tell(failed = dossier.saving === 'failed'): void {
  dossier.saving = underWay ? 'saving' : failed ? 'failed' : waiting.size ? 'saving' : 'saved';
}

export async function openDossier(which: string): Promise<void> {
  id = which;
  dossier.selected = '';
  dossier.problem = '';
  dossier.view = await api.dossier(which);
  tell(false);
  if (dossier.view.is_new) await look(which, { seen: 'dossier' });
}

export function closeDossier(): void {
  id = '';
  waiting.clear();
  Object.assign(dossier, {
    view: null,
    selected: '',
    note: '',
    problem: '',
    announcement: '',
    saving: 'saved',
  });
}

/** Remembers what still has to be written before the window goes elsewhere. */
export function writeLater(write: () => Promise<void>): void {
  waiting.add(write);
  tell();
}

/** Forgets what is being written now, or need not be. */
export function nothingWaits(write: () => Promise<void>): void {
  waiting.delete(write);
  tell();
}

export async function flushDossier(): Promise<void> {
  await Promise.all([...waiting].map((write) => write()));
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
  underWay += 1;
  dossier.problem = '';
  tell(false);
  let failed = false;
  try {
    const changed = await write(id);
    await refresh();
    if (changed.message) dossier.announcement = say(changed.message);
  } catch (thrown) {
    failed = true;
    dossier.problem = explain(thrown);
  }
  underWay -= 1;
  tell(failed || dossier.problem !== '');
  return !failed;
}

export function edit(change: Edit): Promise<boolean> {
  return writing((id) => api.edit(id, change));
}

export const undo = () => writing((id) => api.undo(id));
export const redo = () => writing((id) => api.redo(id));

/** Asks again when another window or device changed something. */
export function listenForChanges(): Promise<() => void> {
  return listen<Changed>('changed', ({ payload }) => {
    const mine = payload.topics.some((topic) => topic.topic === 'dossier' && topic.id === id);
    if (mine && !underWay) void refresh();
  });
}

/** Remembers that something was looked at. What cannot be remembered now is new again next time, and nothing worse. */
export async function look(which: string, seen: Seen): Promise<void> {
  await api.seen(which, seen).catch(() => undefined);
}
