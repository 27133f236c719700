// Text that is typed for a value with a form of its own, such as a day. It is saved only if it can be read.
import { t } from '$shell/i18n.svelte';
import type { OpenDossier } from '$shell/open-dossier.svelte';

type Value = {
  /** The name of the field. */
  readonly label: string;
  /** The saved value, or `''` if there is none. */
  readonly value: string;
  /** Reads a value from text. Returns `''` for empty text and `null` for invalid text. */
  readonly read: (text: string) => string | null;
  /** Shows a value that was read in its usual form. */
  readonly show: (value: string) => void;
  readonly onsave: (value: string | null) => Promise<boolean>;
};

export class CheckedText {
  /** The last text if it could not be read. It stays on the screen. */
  refused = $state('');
  /** The typed text that is not saved. */
  #typed: string | null = null;

  constructor(
    private readonly dossier: Pick<OpenDossier, 'addUnsaved' | 'addRefused' | 'dropUnsaved' | 'refuse'>,
    private readonly given: Value,
  ) {}

  type(text: string): void {
    this.#typed = text;
    this.dossier.addUnsaved(this.save);
  }

  save = async (): Promise<void> => {
    this.dossier.dropUnsaved(this.save);
    const text = this.#typed;
    if (text === null) return;
    const { read, show, onsave, value: saved } = this.given;
    const value = read(text);
    this.refused = value === null ? text : '';
    if (value === null) return this.dossier.addRefused(this.save);
    show(value);
    if (value !== saved && !(await onsave(value || null))) return this.dossier.addRefused(this.save);
    if (this.#typed === text) this.#typed = null;
  };

  /**
   * Saves the text of a field that is removed. A field that has the focus then gets no blur event. Refused text can no
   * longer be corrected, so it is told and dropped.
   */
  async end(): Promise<void> {
    await this.save();
    if (!this.refused) return;
    this.dossier.dropUnsaved(this.save);
    this.dossier.refuse(t('text-lost', { label: this.given.label, text: this.refused }));
  }
}
