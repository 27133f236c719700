// What the day holds, told once through the system's notifications: numbers only, since anybody may see the screen.
import { api } from '$shell/api';
import type { Reminder } from '$generated/Reminder';
import { t } from '$shell/i18n.svelte';

export function inWords(reminder: Reminder): string {
  const parts = [
    reminder.today ? t('reminder-today', { count: reminder.today }) : '',
    reminder.late_actions ? t('reminder-late-actions', { count: reminder.late_actions }) : '',
    reminder.late_contacts ? t('reminder-late-contacts', { count: reminder.late_contacts }) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** Where it cannot be told, nobody is disturbed by that: the agenda says it too. */
export async function remind(): Promise<void> {
  try {
    const reminder = await api.reminder();
    if (reminder) await api.notify(t('reminder-title'), inWords(reminder));
  } catch {
    // The account was locked meanwhile.
  }
}
