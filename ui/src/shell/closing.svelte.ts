// Ends the program after what was typed is saved.
import { getCurrentWindow } from '@tauri-apps/api/window';
import { listen } from '@tauri-apps/api/event';
import { api } from './api';
import { saveAll } from './unsaved';

/** The longest time in milliseconds that closing waits for words to be saved. */
const LONGEST_SAVE = 10_000;

/** The time in milliseconds after which the window says why it is still there. */
const NOTICEABLE = 400;

/** The events with which something is typed, pasted or dropped. */
const TYPING = ['keydown', 'beforeinput'] as const;

/** Holds what the window says about closing: nothing, that it saves first, or that something cannot be saved. */
export const closing = $state({ state: 'open' as 'open' | 'saving' | 'refused' });

/** Begins to save before the window closes. Returns a function that ends this. */
export function listenForClosing(): () => void {
  const asked = getCurrentWindow().listen('tauri://close-requested', () => void close());
  // The computer shuts down, or the person logs out.
  const ending = listen('ending', () => void saveInTime().then(() => api.quit()));
  return () => void [asked, ending].forEach((listening) => void listening.then((end) => end()));
}

/** Closes the window, unless something cannot be saved. Then the person decides. */
async function close(): Promise<void> {
  if (closing.state === 'saving') return;
  closing.state = 'open';
  const said = setTimeout(() => (closing.state = 'saving'), NOTICEABLE);
  const isSaved = await saveInTime();
  clearTimeout(said);
  if (isSaved) return api.quit();
  closing.state = 'refused';
  await api.keepOpen();
}

/** Leaves the window open. What could not be saved is still on the screen. */
export function stay(): void {
  closing.state = 'open';
}

/**
 * Saves everything. Returns whether it did so in time: a disk that does not answer must not keep the window. Nothing
 * can be typed meanwhile, because it would be typed for nobody.
 */
async function saveInTime(): Promise<boolean> {
  const refuse = (event: Event) => event.preventDefault();
  for (const typing of TYPING) window.addEventListener(typing, refuse, { capture: true });
  try {
    const late = new Promise<false>((end) => setTimeout(() => end(false), LONGEST_SAVE));
    return await Promise.race([saveAll(), late]);
  } finally {
    for (const typing of TYPING) window.removeEventListener(typing, refuse, { capture: true });
  }
}
