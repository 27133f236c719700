// The text of the open note, shared or private. It is saved while it is typed.
import { tick } from 'svelte';
import { Autosave } from '$shared/autosave';
import { api } from '$shell/api';
import type { OpenDossier } from '$shell/open-dossier.svelte';
import { explain } from '$shell/i18n.svelte';

export class OpenText {
  id = $state('');
  private = $state(false);
  text = $state('');
  problem = $state('');
  area = $state<HTMLTextAreaElement>();
  /** The text of the record when it was shown. */
  #shown = '';
  #unsaved = false;
  /** The last save. It never fails. */
  #saving: Promise<void> = Promise.resolve();
  readonly #autosave = new Autosave(() => this.write());
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
    this.#autosave.stop();
    this.#dossier.dropUnsaved(this.write);
    [this.id, this.text, this.#shown, this.#unsaved] = ['', '', '', false];
  }

  typed(): void {
    this.#unsaved = true;
    this.#autosave.typed();
    this.#dossier.addUnsaved(this.write);
  }

  /** Saves the text after the save under way, which it builds on. */
  write = (): Promise<void> => {
    this.#saving = this.#saving.then(() => this.#write());
    return this.#saving;
  };

  #write(): Promise<void> {
    this.#autosave.stop();
    this.#dossier.dropUnsaved(this.write);
    if (!this.#unsaved) return Promise.resolve();
    const [note, base, written, isPrivate] = [this.id, this.#shown, this.text, this.private];
    this.#unsaved = false;
    this.#shown = written;
    return new Promise((end) => {
      const send = async (id: string) => {
        const changed = await (isPrivate
          ? api.writePrivate(id, note, written)
          : api.writeNote(id, note, base, written));
        // The next save does not wait until the dossier is read again.
        end();
        return changed;
      };
      void this.#dossier.write(send).then((isSaved) => {
        if (!isSaved && note === this.id) {
          [this.#unsaved, this.#shown] = [true, base];
          this.#dossier.addRefused(this.write);
        }
        end();
      });
    });
  }

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
