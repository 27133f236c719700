import { tick } from 'svelte';
import type { OpenDossier } from '$shell/open-dossier.svelte';

/** Returns whether what somebody types goes into this element. */
export function isTyping(element: { matches: (selectors: string) => boolean } | null): boolean {
  return element?.matches('input, textarea, select, [contenteditable]') ?? false;
}

/** A part of the page. */
type Part = Pick<ParentNode, 'querySelector'>;

/** Moves the focus to the first field of a part that is refused. Returns whether there is one. */
export async function focusOnRefused(part: Part = document): Promise<boolean> {
  await tick();
  const field = part.querySelector<HTMLElement>('[aria-invalid="true"]');
  // A field cannot have the focus while the part around it is closed.
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  return field !== null;
}

/**
 * Saves what is typed before a part of the page closes. Returns whether it may close. A field in it that is refused
 * gets the focus instead.
 */
export async function mayClose(
  dossier: Pick<OpenDossier, 'flush'>,
  part: Part | undefined,
): Promise<boolean> {
  return (await dossier.flush()) || !part || !(await focusOnRefused(part));
}

/** Moves the focus to the first of these elements that exists, after the screen shows the latest change. */
export async function focusOn(...ids: string[]): Promise<void> {
  await tick();
  ids
    .map((id) => document.getElementById(id))
    .find(Boolean)
    ?.focus();
}
