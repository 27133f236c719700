// Text that is typed in a field, and saved while it is typed.
import { t } from '$shell/i18n.svelte';
import type { OpenDossier } from '$shell/open-dossier.svelte';
import { Autosave } from './autosave';

type Field = {
  /** The name of the field. */
  readonly label: string;
  /** The saved text. */
  readonly value: string;
  readonly onsave: (text: string) => Promise<boolean>;
};

export class TypedText {
  /** The reason why the last text was not saved, in words; `''` if it was. That text stays on the screen. */
  refused = $state('');
  /** The text that is not saved. No state: while a field is removed, state reads as before. */
  #typed: string | null = null;
  /** The same, for the screen. */
  #shown = $state<string | null>(null);
  /** The save under way, with the text that it saves. */
  #running: { text: string; saved: Promise<boolean> } | null = null;
  readonly #autosave = new Autosave(() => this.save());

  constructor(
    private readonly dossier: Pick<
      OpenDossier,
      'addUnsaved' | 'addRefused' | 'dropUnsaved' | 'refuse' | 'problem'
    >,
    private readonly given: Field,
  ) {}

  /** The text in the field. */
  get text(): string {
    return this.#shown ?? this.given.value;
  }

  type(text: string): void {
    [this.#typed, this.#shown] = [text, text];
    this.#autosave.typed();
    this.dossier.addUnsaved(this.save);
  }

  /** Saves the typed text, unless that is under way. */
  save = async (): Promise<void> => {
    this.#autosave.stop();
    this.dossier.dropUnsaved(this.save);
    const text = this.#typed;
    if (text === null) return;
    if (this.#running || text !== this.given.value) {
      const mine = this.#running?.text === text ? this.#running : { text, saved: this.given.onsave(text) };
      this.#running = mine;
      const isSaved = await mine.saved;
      if (this.#running === mine) this.#running = null;
      if (!isSaved) {
        if (this.#typed !== text) return;
        this.refused = this.dossier.problem || t('text-refused');
        return this.dossier.addRefused(this.save);
      }
    }
    if (this.#typed !== text) return;
    [this.#typed, this.#shown, this.refused] = [null, null, ''];
  };

  /**
   * Saves the text of a field that is removed. Text that is refused can no longer be corrected, so it is told and
   * dropped.
   */
  async end(): Promise<void> {
    // The label is read first: it belongs to another record once the field is removed.
    const { label } = this.given;
    await this.save();
    if (this.#typed === null) return;
    this.dossier.dropUnsaved(this.save);
    this.dossier.refuse(t('text-lost', { label, text: this.#typed }));
  }
}
