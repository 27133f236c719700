// The text of the open note, shared or private. It is saved a moment after typing stops.
import { tick } from 'svelte';
import { api } from '$shell/api';
import type { OpenDossier } from '$shell/open-dossier.svelte';
import { explain } from '$shell/i18n.svelte';

/** Milliseconds without typing after which a note is saved. */
const PAUSE = 600;

export class OpenText {
  id = $state('');
  private = $state(false);
  text = $state('');
  problem = $state('');
  area = $state<HTMLTextAreaElement>();
  /** The text of the record when it was shown. */
  #shown = '';
  #unsaved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #dossier: OpenDossier;

  constructor(dossier: OpenDossier) {
    this.#dossier = dossier;
  }

  /** Opens a note after the text of the previous one is saved. Returns whether it did. */
  async show(id: string, isPrivate: boolean): Promise<boolean> {
    await this.write();
    // Text that could not be saved stays on the screen.
    if (this.#unsaved) return false;
    try {
      const text = await this.#read(id, isPrivate);
      [this.id, this.private, this.text, this.problem] = [id, isPrivate, text, ''];
      this.#shown = text;
      queueMicrotask(() => this.area?.focus());
      return true;
    } catch (thrown) {
      this.problem = explain(thrown);
      return false;
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#dossier.dropUnsaved(this.write);
    [this.id, this.text, this.#shown, this.#unsaved] = ['', '', '', false];
  }

  typed(): void {
    this.#unsaved = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.write, PAUSE);
    this.#dossier.addUnsaved(this.write);
  }

  write = async (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#dossier.dropUnsaved(this.write);
    if (!this.#unsaved) return;
    const [note, base, written, isPrivate] = [this.id, this.#shown, this.text, this.private];
    this.#unsaved = false;
    this.#shown = written;
    const send = (id: string) =>
      isPrivate ? api.writePrivate(id, note, written) : api.writeNote(id, note, base, written);
    if (!(await this.#dossier.write(send)) && note === this.id) {
      [this.#unsaved, this.#shown] = [true, base];
      this.#dossier.addRefused(this.write);
    }
  };

  /** Shows text that arrived from others, unless the user is typing. The cursor stays beside the same words. */
  async refresh(note: string): Promise<void> {
    if (note !== this.id) return;
    const before = this.text;
    const arrived = await this.#read(note, this.private).catch(() => before);
    if (note !== this.id || this.#unsaved || this.text !== before || arrived === before) return;
    const at = this.area?.selectionStart ?? 0;
    let same = 0;
    while (same < at && before[same] === arrived[same]) same += 1;
    const after = same === at ? at : Math.max(0, at + arrived.length - before.length);
    this.text = this.#shown = arrived;
    await tick();
    if (document.activeElement === this.area) this.area?.setSelectionRange(after, after);
  }

  #read(note: string, isPrivate: boolean): Promise<string> {
    const { id } = this.#dossier;
    return isPrivate ? api.privateText(id, note) : api.noteText(id, note);
  }
}
