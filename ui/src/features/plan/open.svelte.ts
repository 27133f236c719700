// The part of the plan that is open for editing: one at a time. The focus moves into it, and back when it closes.
import { tick } from 'svelte';

const state = $state({ id: '' });

export const isOpen = (id: string) => state.id === id;

/** Opens one thing, and closes what was open; the focus goes to where it is asked to. */
export async function open(id: string, focus = ''): Promise<void> {
  state.id = id;
  if (!focus) return;
  await focusOn(focus);
  // What opened is seen whole, or from its beginning.
  document.getElementById(focus)?.closest('article, li')?.scrollIntoView({ block: 'nearest' });
}

/** Shuts what is open; the focus goes back to the button that opened it. */
export async function shut(): Promise<void> {
  const was = state.id;
  state.id = '';
  await focusOn(`open-${was}`);
}

/** Shuts what is open where the screen goes elsewhere. */
export function leave(): void {
  state.id = '';
}

/** Gives the focus to the first of these that is there, once the screen shows what changed. */
export async function focusOn(...ids: string[]): Promise<void> {
  await tick();
  ids
    .map((id) => document.getElementById(id))
    .find(Boolean)
    ?.focus();
}
