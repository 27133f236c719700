// The part of the plan that is open for editing. Only one is open at a time.
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
    // Scroll so that the whole part is visible, or as much of it as fits.
    document.getElementById(focus)?.closest('article, li')?.scrollIntoView({ block: 'nearest' });
  }

  /** Closes the part, and moves the focus back to the button that opened it. */
  async close(): Promise<void> {
    const was = this.#id;
    this.#id = '';
    await focusOn(`open-${was}`);
  }

  /** Closes the part without moving the focus, because another section shows. */
  drop(): void {
    this.#id = '';
  }
}

/** Gets and sets the open part of the plan in the context of a component. */
export const [getOpenPart, setOpenPart] = createContext<OpenPart>();
