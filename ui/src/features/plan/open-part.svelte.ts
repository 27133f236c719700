// The part of the plan that is open for editing: one at a time.
import { createContext } from 'svelte';
import { focusOn } from '$shared/focus';

export class OpenPart {
  #id = $state('');

  is(id: string): boolean {
    return this.#id === id;
  }

  /** Opens one part and closes the other. Moves the focus to the element `focus`, if one is given. */
  async open(id: string, focus = ''): Promise<void> {
    this.#id = id;
    if (!focus) return;
    await focusOn(focus);
    // The whole part becomes visible, or as much as fits from its beginning.
    document.getElementById(focus)?.closest('article, li')?.scrollIntoView({ block: 'nearest' });
  }

  /** Closes the part, and moves the focus back to the button that opened it. */
  async close(): Promise<void> {
    const was = this.#id;
    this.#id = '';
    await focusOn(`open-${was}`);
  }

  /** Closes the part and leaves the focus where it is, because another section shows. */
  drop(): void {
    this.#id = '';
  }
}

/** Gets the open part of the plan around a component, and sets it for the components inside. */
export const [getOpenPart, setOpenPart] = createContext<OpenPart>();
