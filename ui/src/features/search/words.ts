// Search results in words, with the kind of record that each was found in.
import type { SearchResult } from '$generated/SearchResult';
import { day, t } from '$shell/i18n.svelte';
import { kindOf } from '$shared/record-ref';

/** Returns words such as “Notitie van 12 november 2026” or “Doel: Vaker naar buiten”. */
export function foundIn(found: SearchResult): string {
  const kind = kindOf(found.place);
  const what = kind === 'profile' ? t('found-profile') : t(`record-${kind}`);
  const named = found.title ? t('found-named', { what, name: found.title }) : what;
  return found.day ? t('found-day', { what: named, day: day(found.day) }) : named;
}
