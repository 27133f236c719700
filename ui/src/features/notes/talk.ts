// The facts of a talk, as a sentence.
import type { DossierView } from '$generated/DossierView';
import type { Note } from '$generated/Note';
import { choice, day, t } from '$shell/i18n.svelte';
import { stepTitle } from '$features/method';

type Method = DossierView['method'];

/**
 * Returns a sentence such as “Bezoek op 25 november 2026, 45 minuten, met Fatima, bij de stap Netwerk in
 * kaart.”
 */
export function aboutTalk(note: Note, method: Method): string {
  const begin = note.kind ? choice('note', note.kind) : t('talk');
  const parts = [note.day ? t('talk-on', { what: begin, day: day(note.day) }) : begin];
  if (note.minutes !== null) parts.push(t('talk-minutes', { count: note.minutes }));
  if (note.present?.trim()) parts.push(t('talk-with', { who: note.present.trim() }));
  if (note.step) parts.push(t('talk-step', { step: stepTitle(method, note.step) }));
  return `${parts.join(', ')}.`;
}
