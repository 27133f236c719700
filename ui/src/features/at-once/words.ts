// Records, fields and values that two people changed at the same time, in words.
import type { RecordRef } from '$generated/RecordRef';
import type { Shown } from '$generated/Shown';
import { kindOf } from '$shared/record-ref';
import { choice, day, t } from '$shell/i18n.svelte';

/** Returns the name of a record, or its kind if it has no name. */
export function called(place: RecordRef, name: string): string {
  return name.trim() || t(`record-${kindOf(place)}`);
}

/** Returns the name of a field. A few keys have another meaning in one kind of record. */
export function fieldName(place: RecordRef, field: string): string {
  const own = `field-${kindOf(place)}-${field}`;
  const text = t(own);
  return text === own ? t(`field-${field}`) : text;
}

/** Returns a value as the reader sees it. */
export function shownAs(shown: Shown): string {
  switch (shown.as) {
    case 'nothing':
      return t('at-once-nothing');
    case 'yes':
      return t('at-once-yes');
    case 'no':
      return t('at-once-no');
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
