// The days, hours and records of the agenda.
import type { AgendaItem } from '$generated/AgendaItem';
import type { DueKind } from '$generated/DueKind';
import type { RecordKind } from '$generated/RecordKind';
import type { RecordRef } from '$generated/RecordRef';
import { language, locale } from '$shell/i18n.svelte';

/** The kind of the record that each kind of item comes from. A contact is agreed in a note. */
const RECORDS: Record<DueKind, RecordKind> = { contact: 'note', check_in: 'check_in', action: 'action' };

/** Returns the record that an item comes from. */
export const placeOf = ({ kind, record }: Pick<AgendaItem, 'kind' | 'record'>): RecordRef => ({
  place: 'record',
  kind: RECORDS[kind],
  id: record,
});

/** Formats a day with its weekday, and with the year if it is not the current one. */
export function dayName(iso: string, today: string): string {
  const year = iso.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  const format = new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...year,
  });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

/** Formats an hour, given in minutes after midnight. */
export function hour(minutes: number): string {
  const point = language() === 'en' ? ':' : '.';
  return `${Math.floor(minutes / 60)}${point}${String(minutes % 60).padStart(2, '0')}`;
}
