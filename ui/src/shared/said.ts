// The author and time of a change, in words.
import type { Said } from '$generated/Said';
import type { Who } from '$generated/Who';
import { day, t, time } from '$shell/i18n.svelte';

/** Returns the name of a person, for the beginning of a sentence or for its middle. */
export function who(who: Who, within = false): string {
  if (who.who === 'colleague') return who.name;
  return t(`who-${who.who}${within ? '-within' : ''}`);
}

/** Returns the author, day and time of a change. */
export function saidBy({ by, at }: Said): string {
  return t('at-once-said', { who: who(by), day: day(at), time: time(at) });
}
