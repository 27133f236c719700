// Who is chosen: one, whose panel is open, or several together.
import { dossier } from '$shell/dossier.svelte';
import { t } from '$shell/i18n.svelte';

export class Selection {
  /** Those chosen together, or the one that several began with. */
  ids = $state<string[]>([]);
  /** Choosing adds to those who are chosen, as with Shift. */
  several = $state(false);

  has(id: string): boolean {
    return dossier.selected === id || this.ids.includes(id);
  }

  /** Opens one, and lets go of the others; nobody where the id is empty. */
  open(id: string): void {
    this.ids = [];
    dossier.selected = id;
  }

  toggle(id: string): void {
    const before = this.ids.length ? this.ids : dossier.selected && dossier.selected !== id ? [dossier.selected] : [];
    this.choose(before.includes(id) ? before.filter((one) => one !== id) : [...before, id]);
  }

  choose(ids: string[]): void {
    this.ids = ids;
    dossier.selected = ids.length === 1 ? (ids[0] ?? '') : '';
    dossier.announcement = t('said-chosen', { count: ids.length });
  }

  clear(): void {
    this.ids = [];
  }

  /** Whom an act on somebody means: those chosen with them, or they alone. */
  meant(id: string): string[] {
    return this.ids.includes(id) ? this.ids : [id];
  }

  /** Forgets those who are gone; whoever is opened elsewhere is looked at alone. */
  keep(there: (id: string) => boolean): void {
    if (this.ids.some((id) => !there(id))) this.ids = this.ids.filter(there);
    if (dossier.selected && !this.ids.includes(dossier.selected)) this.ids = [];
  }
}
