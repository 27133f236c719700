// The open dossier: its record, the state of its saves, and the selection on the screen.
import { createContext } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Changed } from '$generated/Changed';
import type { DossierView } from '$generated/DossierView';
import type { Edit } from '$generated/Edit';
import type { Seen } from '$generated/Seen';
import { api } from './api';
import { whenStale } from './changes';
import { explain, say, t } from './i18n.svelte';
import { show } from './session.svelte';
import { beforeLeaving } from './unsaved';

type Saving = 'saved' | 'saving' | 'failed';

/** The most times that leaving a dossier saves what was typed meanwhile. */
const FLUSH_ROUNDS = 3;

/** Saves words that are only on the screen. */
type Save = () => Promise<void>;

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
  /** The latest announcement for a screen reader. */
  announcement = $state('');
  /** The id of the member whose panel is open. */
  selected = $state('');
  /** The id of the note that the notes tab must open next. */
  note = $state('');

  /** The reason for the last refused save, in words. */
  #refusal = $state('');
  /** The number of refused saves. A later write forgets the reason, but not that words were refused. */
  #refusals = 0;
  /** The reason why the record could not be read again, in words. */
  #unread = $state('');
  /** Saves of words that are only on the screen, and those among them that were refused. */
  readonly #unsaved = new SvelteSet<Save>();
  readonly #refused = new SvelteSet<Save>();
  /** The writes under way. They never fail. */
  readonly #writes = new SvelteSet<Promise<boolean>>();
  /** The last command that was sent. The next one waits for its answer, so that none overtakes another. */
  #sent: Promise<unknown> = Promise.resolve();
  /** The read under way, and the one that begins after it. */
  #reading: Promise<void> | null = null;
  #nextReading: Promise<void> | null = null;
  /** The number of reads that began, and the number of the read that shows. */
  #reads = 0;
  #shownRead = 0;
  /** True if the record changed after the last read began. */
  #isStale = false;
  #isClosed = false;
  readonly #ends: (() => void)[];

  constructor(readonly id: string) {
    const changed = whenStale((topic) => {
      if (topic.topic !== 'dossier' || topic.id !== id) return;
      // A write reads the dossier again by itself. A change that arrives after that needs another read.
      if (this.#writes.size) this.#isStale = true;
      else void this.#readAgain();
    });
    this.#ends = [
      changed,
      beforeLeaving(
        () => this.flush(),
        () => this.#unsaved.size + this.#writes.size > 0,
      ),
    ];
  }

  /** Says “saved” only if nothing is typed, being sent or refused. */
  get saving(): Saving {
    if (this.#writes.size) return 'saving';
    if (this.#refusal || this.#refused.size) return 'failed';
    return this.#unsaved.size ? 'saving' : 'saved';
  }

  /** The reason why the last words are not saved or not shown, in words. */
  get problem(): string {
    return this.#refusal || this.#unread;
  }

  /** Reads the dossier for the first time. */
  async open(): Promise<void> {
    await this.#read();
    if (this.view?.is_new) void this.markSeen({ seen: 'dossier' });
  }

  close(): void {
    this.#isClosed = true;
    this.#unsaved.clear();
    this.#refused.clear();
    for (const end of this.#ends) end();
  }

  edit(change: Edit): Promise<boolean> {
    return this.write((id) => api.edit(id, change));
  }

  /** Undoes the last edit. What is typed is saved first, so that it is not lost with the edit before it. */
  async undo(): Promise<boolean> {
    if (this.#unsaved.size || this.#writes.size) await this.flush();
    return this.write((id) => api.undo(id));
  }

  async redo(): Promise<boolean> {
    if (this.#unsaved.size || this.#writes.size) await this.flush();
    return this.write((id) => api.redo(id));
  }

  /** Runs a command that writes, then reads the dossier again. Returns whether the command succeeded. */
  async write(command: (id: string) => Promise<Changed>): Promise<boolean> {
    if (this.#isClosed) return false;
    this.#refusal = '';
    const writing = this.#run(command);
    this.#writes.add(writing);
    const succeeded = await writing;
    this.#writes.delete(writing);
    if (this.#isStale && !this.#writes.size) await this.#readAgain();
    return succeeded;
  }

  /** Says why words on the screen cannot be saved. Returns false, as a write that fails does. */
  refuse(reason: string): false {
    this.#refusals += 1;
    if (!this.#isClosed) this.#refusal = reason;
    return false;
  }

  /** Adds a save that must run before the dossier is left. */
  addUnsaved(save: Save): void {
    if (this.#isClosed) return;
    this.#unsaved.add(save);
    this.#acceptAgain(save);
  }

  /** Adds a save again that was refused. Its words stay on the screen. */
  addRefused(save: Save): void {
    if (this.#isClosed) return;
    this.#unsaved.add(save);
    this.#refused.add(save);
  }

  /** Removes a save that runs now or is no longer needed. */
  dropUnsaved(save: Save): void {
    this.#unsaved.delete(save);
    this.#acceptAgain(save);
  }

  /**
   * Saves the words that are only on the screen, and waits for the writes under way. Words that are typed
   * meanwhile are saved too. Returns whether all of these are saved. What was refused before, and is no longer on
   * the screen, does not count.
   */
  async flush(): Promise<boolean> {
    const refusals = this.#refusals;
    let haveEnded = true;
    for (let round = 0; round < FLUSH_ROUNDS && (round === 0 || this.#hasTyped); round += 1) {
      // A save that throws leaves its words unsaved, and the other saves go on.
      const saves = await Promise.allSettled([...this.#unsaved].map((save) => save()));
      haveEnded &&= saves.every((save) => save.status === 'fulfilled');
      while (this.#writes.size) await Promise.all(this.#writes);
    }
    return haveEnded && !this.#isClosed && this.#unsaved.size === 0 && this.#refusals === refusals;
  }

  /** Opens another dossier instead of this one, unless words here could not be saved. */
  async goTo(id: string): Promise<void> {
    if (await this.flush()) show('dossier', id);
    else if (!this.problem) this.refuse(t('leave-unsaved'));
  }

  /** Marks a record as seen. If that fails, it is new again next time, and nothing else breaks. */
  async markSeen(seen: Seen): Promise<void> {
    await api.seen(this.id, seen).catch(() => undefined);
  }

  /** True if there are words on the screen that nobody tried to save yet. */
  get #hasTyped(): boolean {
    return [...this.#unsaved].some((save) => !this.#refused.has(save));
  }

  /** Forgets that a save was refused, with the reason. */
  #acceptAgain(save: Save): void {
    if (this.#refused.delete(save) && !this.#refused.size) this.#refusal = '';
  }

  async #run(command: (id: string) => Promise<Changed>): Promise<boolean> {
    let changed: Changed;
    const answer = this.#sent.then(() => command(this.id));
    this.#sent = answer.catch(() => undefined);
    try {
      changed = await answer;
    } catch (thrown) {
      return this.refuse(explain(thrown));
    }
    await this.#readAgain();
    if (changed.message && !this.#isClosed) this.announcement = say(changed.message);
    return true;
  }

  /**
   * Reads the dossier again. Writes that end while it is being read share the next read: somebody who types fast must
   * not wait for a read of each.
   */
  #readAgain(): Promise<void> {
    if (!this.#reading) return (this.#reading = this.#readOnce());
    this.#nextReading ??= this.#reading.then(() => {
      this.#nextReading = null;
      return (this.#reading = this.#readOnce());
    });
    return this.#nextReading;
  }

  /** Reads the dossier. Words that are saved stay saved if it cannot be read. */
  async #readOnce(): Promise<void> {
    try {
      await this.#read();
      this.#unread = '';
    } catch (thrown) {
      if (!this.#isClosed) this.#unread = explain(thrown);
    } finally {
      if (!this.#nextReading) this.#reading = null;
    }
  }

  /** Reads the dossier. An answer that arrives after the answer to a later read is ignored. */
  async #read(): Promise<void> {
    if (this.#isClosed) return;
    const read = (this.#reads += 1);
    this.#isStale = false;
    const view = await api.dossier(this.id);
    if (this.#isClosed || read < this.#shownRead) return;
    [this.view, this.#shownRead] = [view, read];
  }
}

/** Gets and sets the open dossier in the context of a component. */
export const [getDossier, setDossier] = createContext<OpenDossier>();
