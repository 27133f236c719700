// Measuring moments as the screens name them.
import type { Moment } from '$generated/Moment';
import { day } from '$shell/i18n.svelte';

/** Returns the name of a moment with its day, because two moments may have the same name. */
export function momentName(moment: Moment): string {
  return moment.day ? `${moment.name} (${day(moment.day)})` : moment.name;
}
