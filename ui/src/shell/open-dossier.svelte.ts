// The open dossier: its record, the state of its saves, and the selection on the screen.
import { createContext } from 'svelte';
import type { Changed } from '$generated/Changed';
import type { DossierView } from '$generated/DossierView';
import type { Edit } from '$generated/Edit';
import type { Seen } from '$generated/Seen';
import { api } from './api';
import { whenStale } from './changes';
import { explain, say } from './i18n.svelte';
import { show } from './session.svelte';
import { beforeLeaving } from './unsaved';

type Saving = 'saved' | 'saving' | 'failed';

/**
 * One open dossier. A screen creates it, shares it with its parts through Svelte's context, and closes it.
 * An answer that arrives after closing changes nothing.
 */
export class OpenDossier {
  /**
   * The dossier as the record has it; `null` until it is read. It is read again after each change, never
   * guessed.
   */
  view = $state.raw<DossierView | null>(null);
  saving = $state<Saving>('saved');
  /** The reason for the last refused save, in words. */
  problem = $state('');
  /** The latest announcement for a screen reader. */
  announcement = $state('');
  /** The id of the member whose panel is open. */
  selected = $state('');
  /** The id of the note that the notes tab must open next. */
  note = $state('');

  readonly #ends: (() => void)[];
  /** Saves of words that are only on the screen. */
  readonly #unsaved = new Set<() => Promise<void>>();
  #writesUnderWay = 0;
  #isClosed = false;

  constructor(readonly id: string) {
    const changed = whenStale((topic) => {
      const isThis = topic.topic === 'dossier' && topic.id === id;
      // A write reads the dossier again by itself.
      if (isThis && !this.#writesUnderWay) void this.#read();
    });
    this.#ends = [changed, beforeLeaving(() => this.flush())];
  }

  /** Reads the dossier for the first time. */
  async open(): Promise<void> {
    await this.#read();
    if (this.view?.is_new) await this.markSeen({ seen: 'dossier' });
  }

  close(): void {
    this.#isClosed = true;
    this.#unsaved.clear();
    for (const end of this.#ends) end();
  }

  edit(change: Edit): Promise<boolean> {
    return this.write((id) => api.edit(id, change));
  }

  undo(): Promise<boolean> {
    return this.write((id) => api.undo(id));
  }

  redo(): Promise<boolean> {
    return this.write((id) => api.redo(id));
  }

  /** Runs a command that writes, then reads the dossier again. Returns whether the command succeeded. */
  async write(command: (id: string) => Promise<Changed>): Promise<boolean> {
    if (this.#isClosed) return false;
    this.#writesUnderWay += 1;
    this.problem = '';
    this.#updateSaving(false);
    const [changed, refusal] = await this.#run(command);
    this.#writesUnderWay -= 1;
    if (this.#isClosed) return !refusal;
    if (changed?.message) this.announcement = say(changed.message);
    if (refusal) this.problem = refusal;
    this.#updateSaving(this.problem !== '');
    return !refusal;
  }

  /** Adds a save that must run before the dossier is left. */
  addUnsaved(save: () => Promise<void>): void {
    if (this.#isClosed) return;
    this.#unsaved.add(save);
    this.#updateSaving();
  }

  /** Removes a save that runs now or is no longer needed. */
  dropUnsaved(save: () => Promise<void>): void {
    if (this.#isClosed) return;
    this.#unsaved.delete(save);
    this.#updateSaving();
  }

  /** Saves the words that are only on the screen. Returns whether everything is saved. */
  async flush(): Promise<boolean> {
    await Promise.all([...this.#unsaved].map((save) => save()));
    return this.saving !== 'failed';
  }

  /** Opens another dossier instead of this one, unless words here could not be saved. */
  async goTo(id: string): Promise<void> {
    if (await this.flush()) show('dossier', id);
  }

  /** Marks a record as seen. If that fails, it is new again next time, and nothing else breaks. */
  async markSeen(seen: Seen): Promise<void> {
    await api.seen(this.id, seen).catch(() => undefined);
  }

  async #run(command: (id: string) => Promise<Changed>): Promise<[Changed | null, string]> {
    try {
      const changed = await command(this.id);
      await this.#read();
      return [changed, ''];
    } catch (thrown) {
      return [null, explain(thrown)];
    }
  }

  async #read(): Promise<void> {
    if (this.#isClosed) return;
    const view = await api.dossier(this.id);
    if (!this.#isClosed) this.view = view;
  }

  /** Says “saved” only if nothing is typed, being sent or refused. */
  #updateSaving(failed = this.saving === 'failed'): void {
    if (this.#writesUnderWay) this.saving = 'saving';
    else if (failed) this.saving = 'failed';
    else this.saving = this.#unsaved.size ? 'saving' : 'saved';
  }
}

/** Gets and sets the open dossier in the context of a component. */
export const [getDossier, setDossier] = createContext<OpenDossier>();
