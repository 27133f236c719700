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

/** Milliseconds without typing after which a value is saved although its field is still in use. */
const PAUSE = 1_200;

/** Text after which more digits may come: a day without its whole year, an hour without its minutes. */
const GOES_ON = /(?:^|[^\d:])\d{1,3}$/;

export class CheckedText {
  /** The last text if it could not be read. It stays on the screen. */
  refused = $state('');
  /** The typed text, until it is saved in its usual form. No state: while a field is removed, state reads as before. */
  #typed: string | null = null;
  /** The same, for the screen. */
  #shown = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The text that was saved while its field was in use. */
  #savedMeanwhile: string | null = null;
  /** The text that is being saved, with its save. */
  #running: { text: string; saved: Promise<void> } | null = null;

  constructor(
    private readonly dossier: Pick<OpenDossier, 'addUnsaved' | 'addRefused' | 'dropUnsaved' | 'refuse'>,
    private readonly given: Value,
  ) {}

  /** The text in the field. */
  get text(): string | null {
    return this.#shown ?? (this.refused || null);
  }

  type(text: string): void {
    [this.#typed, this.#shown] = [text, text];
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#saveMeanwhile(text), PAUSE);
    this.dossier.addUnsaved(this.save);
  }

  /**
   * Saves what can be read already, and leaves the field as it is: perhaps the person goes on typing in it. A field
   * that was emptied is mostly filled anew.
   */
  async #saveMeanwhile(text: string): Promise<void> {
    const { read, onsave, value: saved } = this.given;
    const value = read(text);
    if (this.#typed !== text || this.#running || !value || value === saved || GOES_ON.test(text.trim()))
      return;
    if (!(await onsave(value))) this.dossier.addRefused(this.save);
    else if (this.#typed === text) {
      this.#savedMeanwhile = text;
      this.dossier.dropUnsaved(this.save);
    }
  }

  /** Saves the typed text, unless that is under way. */
  save = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const text = this.#typed;
    if (this.#running && this.#running.text === text) return this.#running.saved;
    this.dossier.dropUnsaved(this.save);
    if (text === null) return;
    const running = { text, saved: this.#save(text) };
    this.#running = running;
    await running.saved;
    if (this.#running === running) this.#running = null;
  };

  async #save(text: string): Promise<void> {
    const { read, show, onsave, value: saved } = this.given;
    const value = read(text);
    this.refused = value === null ? text : '';
    if (value === null) return this.dossier.addRefused(this.save);
    show(value);
    // Somebody else may have changed it since then.
    const isSaved = text === this.#savedMeanwhile;
    this.#savedMeanwhile = null;
    if (!isSaved && value !== saved && !(await onsave(value || null)))
      return this.dossier.addRefused(this.save);
    if (this.#typed === text) [this.#typed, this.#shown] = [null, null];
  }

  /**
   * Saves the text of a field that is removed. A field that has the focus then gets no blur event. Text that is
   * refused can no longer be corrected, so it is told and dropped.
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
