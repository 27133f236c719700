// The text of a field in a form that adds something.
import { type Drafts, drafts } from '$shell/drafts.svelte';
import type { OpenDossier } from '$shell/open-dossier.svelte';

type Field = {
  /** The id of the field. */
  readonly field: string;
  /** The name of the field. It is empty for a choice, which nobody misses without the words beside it. */
  readonly label: string;
  /** The dossier of the form, if it has one. */
  readonly dossier?: Pick<OpenDossier, 'id' | 'view'>;
  /** Tells apart forms with the same field. */
  readonly about?: string;
  /** The text before anything is typed. */
  readonly initial?: string;
};

/** Text that stays when its form leaves the screen, and that the window asks about before it closes. */
export class NewText {
  /** A lock forgets the drafts. What arrives after it must not come back among those of another account. */
  readonly #drafts: Drafts = drafts();

  constructor(private readonly given: Field) {}

  get text(): string {
    return this.#place().text;
  }

  set text(text: string) {
    this.#place().keep(text);
  }

  /** True if the field holds something that is not added. */
  get isBegun(): boolean {
    return this.#place().isBegun;
  }

  /** Empties the field, because the person wants to add nothing or it is added. */
  clear(): void {
    this.#place().clear();
  }

  /**
   * Adds the text, and empties the field at once, so that the next text can be typed while this one is saved. Text
   * that is refused comes back into the field. Returns whether something was added.
   */
  async take(add: (text: string) => Promise<boolean>): Promise<boolean> {
    // The names of a component that is removed meanwhile may belong to another record.
    const place = this.#place();
    const text = place.text.trim();
    if (!text) return false;
    place.clear();
    if (await add(text)) return true;
    const typedMeanwhile = place.isBegun ? place.text.trim() : '';
    place.keep(typedMeanwhile ? `${text}, ${typedMeanwhile}` : text);
    return false;
  }

  /** Returns the place of the words among the drafts, by the names that the field has now. */
  #place() {
    const { field, label, dossier, about = '', initial = '' } = this.given;
    const of = { dossier: dossier?.id ?? '', client: dossier?.view?.profile.name ?? '' };
    const [all, key] = [this.#drafts, [of.dossier, field, about].join('/')];
    const keep = (text: string) => {
      if (text === initial) all.delete(key);
      else all.set(key, { field, label, ...of, text });
    };
    return {
      get text() {
        return all.get(key)?.text ?? initial;
      },
      get isBegun() {
        return all.has(key);
      },
      keep,
      clear: () => keep(initial),
    };
  }
}
