// The lock after a time without use. Rust decides when the account is locked; the window reports that it is used.
import { api } from './api';
import { emptyWindow } from './session.svelte';
import { saveAll } from './unsaved';

/** The time in milliseconds between two questions whether the account is still open. */
export const TICK = 5_000;

/** True if somebody used the window since the last question. */
let used = false;
/** True while a question waits for its answer. */
let asking = false;
/** Holds whether the account is locked soon. */
export const idle = $state({ soon: false });

/** Notes that somebody uses the window. */
export function noteUse(): void {
  used = true;
}

/**
 * Asks whether the account is still open. Saves what was typed before the account is locked, and empties the window
 * after that.
 */
export async function attend(): Promise<void> {
  // A command that takes long lets questions wait, so there is one at most.
  if (asking) return;
  asking = true;
  const wasUsed = used;
  used = false;
  try {
    const state = await api.attend(wasUsed);
    if (state === 'locked') emptyWindow();
    if (state === 'soon' && !idle.soon) void saveAll();
    idle.soon = state === 'soon';
  } finally {
    asking = false;
  }
}

/** Keeps the account open for somebody who was warned. */
export function stayOpen(): Promise<void> {
  noteUse();
  return attend();
}
