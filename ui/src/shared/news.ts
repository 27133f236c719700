// Unseen changes by other people.
import { onDestroy } from 'svelte';
import type { DossierView } from '$generated/DossierView';
import type { RecordRef } from '$generated/RecordRef';
import { getDossier } from '$shell/open-dossier.svelte';
import { idOf } from './record-ref';

/** Returns the places of all news by the id of the record. */
export function newsOf(view: DossierView): Map<string, RecordRef> {
  return new Map(view.news.map((item) => [idOf(item.place), item.place]));
}

/** Marks the news about records as seen when the component that shows them is destroyed. */
export function seenOnLeaving(shown: (view: DossierView) => readonly { id: string }[]): void {
  const dossier = getDossier();
  onDestroy(() => {
    const { view } = dossier;
    if (!view) return;
    const news = newsOf(view);
    for (const { id } of shown(view)) {
      const place = news.get(id);
      if (place) void dossier.markSeen({ seen: 'one', place });
    }
  });
}
