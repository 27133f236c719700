// Undo and redo in an open dossier, with what they did in words.
import type { OpenDossier } from '$shell/open-dossier.svelte';

export class Stepping {
  /** The dossier's announcement of the last step. */
  #said = $state('');

  constructor(private readonly dossier: Pick<OpenDossier, 'announcement' | 'undo' | 'redo'>) {}

  /** What the last step did, until something else is written or announced. */
  get said(): string {
    return this.dossier.announcement === this.#said ? this.#said : '';
  }

  undo(): Promise<void> {
    return this.#step(() => this.dossier.undo());
  }

  redo(): Promise<void> {
    return this.#step(() => this.dossier.redo());
  }

  /** Forgets what the last step did, because something else is being written. */
  forget(): void {
    this.#said = '';
  }

  async #step(step: () => Promise<boolean>): Promise<void> {
    // A screen reader is silent about an announcement that does not change.
    this.dossier.announcement = '';
    if (await step()) this.#said = this.dossier.announcement;
  }
}
