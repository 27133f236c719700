// The part of the plan that is open for editing. Only one is open at a time.
import { createContext } from 'svelte';
import type { OpenDossier } from '$shell/open-dossier.svelte';
import { focusOn, focusOnRefused } from '$shared/focus';

/** A text field by its id, with the text that is saved. */
export type SavedText = { id: string; text: string };

export class OpenPart {
  #id = $state('');
  /** True after closing was refused because something typed in the part is not saved. */
  #isRefused = $state(false);

  constructor(private readonly dossier: Pick<OpenDossier, 'flush' | 'saving'>) {}

  is(id: string): boolean {
    return this.#id === id;
  }

  /** True while the part stays open because something typed in it is not saved. */
  get isRefused(): boolean {
    return this.#isRefused && this.dossier.saving !== 'saved';
  }

  /**
   * Opens one part and closes the other, unless what is typed there is refused. Moves the focus to the element
   * `focus`, if one is given.
   */
  async open(id: string, focus = ''): Promise<void> {
    if (this.#id && !(await this.#isSaved())) return;
    this.#show(id);
    if (!focus) return;
    await focusOn(focus);
    // Scroll so that the whole part is visible, or as much of it as fits.
    document.getElementById(focus)?.closest('article, li')?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Saves what is typed in the part and closes it, with the focus on the button that opened it. The part stays open
   * if something is refused, with the focus on that field.
   */
  async close(): Promise<void> {
    if (await this.#isSaved()) await this.#close();
  }

  /**
   * Closes the part without what is refused. What is not refused is saved first, and then the fields that save by
   * themselves get their saved texts back.
   */
  async discard(fields: () => SavedText[] = () => []): Promise<void> {
    await this.dossier.flush();
    for (const { id, text } of fields()) {
      const field = document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement | null;
      if (!field) continue;
      field.value = text;
      // The field must know the text as if it were typed. Otherwise it says that the refused one is lost.
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    await this.#close();
  }

  /** Closes the part without moving the focus, because another section shows. */
  drop(): void {
    this.#show('');
  }

  async #close(): Promise<void> {
    const was = this.#id;
    this.#show('');
    await focusOn(`open-${was}`);
  }

  #show(id: string): void {
    [this.#id, this.#isRefused] = [id, false];
  }

  /** Saves what is typed. Returns whether all is saved, and otherwise shows what is refused. */
  async #isSaved(): Promise<boolean> {
    this.#isRefused = !(await this.dossier.flush());
    if (!this.#isRefused) return true;
    await focusOnRefused();
    return false;
  }
}

/** Gets and sets the open part of the plan in the context of a component. */
export const [getOpenPart, setOpenPart] = createContext<OpenPart>();
