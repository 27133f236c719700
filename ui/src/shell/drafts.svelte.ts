// Words in forms that add something, until they are added. They stay in memory while their form is not on the screen,
// so that it shows them again.
import { SvelteMap } from 'svelte/reactivity';
import { beforeLeaving } from './unsaved';

/** The words in one field of a form. */
export type Draft = {
  /** The id of the field. */
  readonly field: string;
  /** The name of the field. It is empty for a choice, which nobody misses without the words beside it. */
  readonly label: string;
  /** The id of the dossier and the name of its client, or `''` for a form outside a dossier. */
  readonly dossier: string;
  readonly client: string;
  readonly text: string;
};

/** The drafts of one account, by form and field. */
export type Drafts = SvelteMap<string, Draft>;

let current: Drafts = $state.raw(new SvelteMap());

/** Returns the drafts of the account that is open. */
export function drafts(): Drafts {
  return current;
}

/** Returns the drafts that would be missed, in the order in which they were begun. */
export function waitingDrafts(): Draft[] {
  return [...current.values()].filter(({ label, text }) => label && text.trim());
}

/** Forgets all drafts, because the account is locked. Forms that are still on the screen keep theirs for themselves. */
export function forgetDrafts(): void {
  current = new SvelteMap();
}

const isWaiting = () => waitingDrafts().length > 0;
// Nothing saves them by itself: only the person knows whether they are finished.
beforeLeaving(() => Promise.resolve(!isWaiting()), isWaiting);
