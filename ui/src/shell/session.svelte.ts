// The signed-in person and the current screen.
import { tick } from 'svelte';
import { api } from './api';
import type { RecordRef } from '$generated/RecordRef';
import type { Session } from '$generated/Session';
import { stay } from './closing.svelte';
import { forgetDrafts } from './drafts.svelte';
import { setLanguage } from './i18n.svelte';
import type { Screen } from './screens';
import { enlarge } from './size';
import { isSomethingUnsaved, saveAll } from './unsaved';

/** The longest time in milliseconds that locking waits for words to be saved. */
const LONGEST_SAVE = 10_000;

export const desk = $state({
  screen: 'welcome' as Screen,
  session: null as Session | null,
  recoveryCode: '',
  dossier: '',
  /** The record in the dossier to go to when it opens. */
  place: null as RecordRef | null,
  /** True if the person arrived with an invitation to accept. */
  accepting: false,
  /** True if the account was locked before all that was typed could be saved. */
  leftUnsaved: false,
});

export async function readSession(): Promise<void> {
  desk.session = await api.session();
  if (!desk.session) return;
  applyPreferences();
}

/** Shows the window in the signed-in person's language and colours. */
export function applyPreferences(): void {
  const preferences = desk.session?.preferences;
  if (!preferences) return;
  setLanguage(preferences.language);
  document.documentElement.dataset.theme = preferences.theme;
  void enlarge(preferences.size);
}

export function show(screen: Screen, dossier = '', place: RecordRef | null = null): void {
  desk.place = place;
  desk.screen = screen;
  desk.dossier = dossier;
}

/** Shows nothing of the account any more, if one was shown. */
export function emptyWindow(): void {
  if (!desk.session && !desk.recoveryCode) return;
  desk.leftUnsaved ||= isSomethingUnsaved();
  forgetDrafts();
  stay();
  desk.session = null;
  desk.recoveryCode = '';
  show('welcome');
}

/** Empties the window before the keys are forgotten, so that no client data stays on the screen. */
export async function lock(): Promise<void> {
  // A disk that does not answer must not keep the screen open.
  await Promise.race([saveAll(), new Promise((end) => setTimeout(end, LONGEST_SAVE))]);
  emptyWindow();
  await tick();
  await api.lock();
}
