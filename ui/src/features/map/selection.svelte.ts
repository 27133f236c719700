// The members that are chosen: one, whose panel is open, or several.
import type { OpenDossier } from '$shell/open-dossier.svelte';
import { t } from '$shell/i18n.svelte';

export class Selection {
  /** The ids of the members that are chosen while several can be chosen. */
  ids = $state<string[]>([]);
  /** True if every choice adds to the members who are chosen, as with Shift. */
  several = $state(false);
  readonly #dossier: OpenDossier;

  constructor(dossier: OpenDossier) {
    this.#dossier = dossier;
  }

  /** The id of the member whose panel is open; empty if none is. */
  get opened(): string {
    return this.#dossier.selected;
  }

  has(id: string): boolean {
    return this.#dossier.selected === id || this.ids.includes(id);
  }

  /** Opens the panel of one member and chooses no others; an empty id opens none. */
  open(id: string): void {
    this.ids = [];
    this.#dossier.selected = id;
  }

  /** Adds a member to those who are chosen, or takes the member out. */
  toggle(id: string): void {
    const before = this.ids.length
      ? this.ids
      : this.#dossier.selected && this.#dossier.selected !== id
        ? [this.#dossier.selected]
        : [];
    this.choose(before.includes(id) ? before.filter((one) => one !== id) : [...before, id]);
  }

  choose(ids: string[]): void {
    this.ids = ids;
    this.#dossier.selected = ids.length === 1 ? (ids[0] ?? '') : '';
    this.#dossier.announcement = t('said-chosen', { count: ids.length });
  }

  /** Empties the choice of members. A panel that is open stays open. */
  clear(): void {
    this.ids = [];
  }

  /**
   * Returns the members that an action on one member applies to: those chosen with the member, or the member
   * alone.
   */
  meant(id: string): string[] {
    return this.ids.includes(id) ? this.ids : [id];
  }

  /** Drops members who are gone. A member who was opened elsewhere, for example by search, is looked at alone. */
  retain(there: (id: string) => boolean): void {
    if (this.ids.some((id) => !there(id))) this.ids = this.ids.filter(there);
    // Do not replace an empty list by another, because the effect that calls this would then run again
    // without end.
    const { selected } = this.#dossier;
    if (this.ids.length && selected && !this.ids.includes(selected)) this.ids = [];
  }
}
