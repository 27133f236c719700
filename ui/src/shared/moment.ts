// Measuring moments as the screens name them.
import type { Moment } from '$generated/Moment';
import { day } from '$shell/i18n.svelte';

/** The name with its day: two moments may be called alike. */
export function momentName(moment: Moment): string {
  return moment.day ? `${moment.name} (${day(moment.day)})` : moment.name;
}
