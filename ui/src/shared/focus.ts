import { tick } from 'svelte';

/** Moves the focus to the first field that is refused, if there is one. */
export async function focusOnRefused(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Moves the focus to the first of these elements that exists, after the screen shows the latest change. */
export async function focusOn(...ids: string[]): Promise<void> {
  await tick();
  ids
    .map((id) => document.getElementById(id))
    .find(Boolean)
    ?.focus();
}
