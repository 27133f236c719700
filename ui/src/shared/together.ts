// What two people did at once, and what came in, in words.
import type { DossierView } from '$generated/DossierView';
import type { RecordRef } from '$generated/RecordRef';
import type { Said } from '$generated/Said';
import type { Shown } from '$generated/Shown';
import type { Who } from '$generated/Who';
import { choice, day, locale, t } from '$shell/i18n.svelte';

/** The id of a place; the profile's is `client`. */
export const idOf = (place: RecordRef) => (place.place === 'profile' ? 'client' : place.id);

export const kindOf = (place: RecordRef) => (place.place === 'profile' ? 'profile' : place.kind);

/** The ids of what came in and was not looked at yet. */
export function fresh(view: DossierView): Map<string, RecordRef> {
  return new Map(view.news.map((item) => [idOf(item.place), item.place]));
}

/** What a record is called; its kind where it has no name. */
export function called(place: RecordRef, name: string): string {
  return name.trim() || t(`record-${kindOf(place)}`);
}

/** The name of a field; a few keys mean something else in another kind of record. */
export function fieldName(place: RecordRef, field: string): string {
  const own = `field-${kindOf(place)}-${field}`;
  const text = t(own);
  return text === own ? t(`field-${field}`) : text;
}

export function shownAs(shown: Shown): string {
  switch (shown.as) {
    case 'nothing':
      return t('at-once-nothing');
    case 'choices':
      return shown.values.map((value) => choice(shown.list, value)).join(', ');
    case 'day':
      return day(shown.day);
    case 'spot':
      return t('at-once-spot');
    case 'text':
      return shown.text;
    case 'restore':
      return t('at-once-restore');
    case 'leave_out':
      return t('at-once-leave-out');
  }
}

/** Somebody at the beginning of a sentence, or within one. */
export function who(who: Who, within = false): string {
  if (who.who === 'colleague') return who.name;
  return t(`who-${who.who}${within ? '-within' : ''}`);
}

export function saidBy({ by, at }: Said): string {
  const time = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  return t('at-once-said', { who: who(by), day: day(at), time });
}
