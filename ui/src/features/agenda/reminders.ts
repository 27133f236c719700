// Shows the day's reminder once a day. It contains numbers only, because anybody may see the screen.
import { api } from '$shell/api';
import type { Reminder } from '$generated/Reminder';
import { t } from '$shell/i18n.svelte';

function inWords(reminder: Reminder): string {
  const parts = [
    reminder.today ? t('reminder-today', { count: reminder.today }) : '',
    reminder.late_actions ? t('reminder-late-actions', { count: reminder.late_actions }) : '',
    reminder.late_contacts ? t('reminder-late-contacts', { count: reminder.late_contacts }) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** Shows the day's reminder. A failure is ignored, because the agenda shows the same. */
export async function remind(): Promise<void> {
  try {
    const reminder = await api.reminder();
    if (reminder) await api.sendReminder(t('reminder-title'), inWords(reminder));
  } catch {
    // The account may be locked by now.
  }
}
