// A still picture in words, for people who do not see it.
import type { Profile } from '$generated/Profile';
import { t } from '$shell/i18n.svelte';
import { called, rings } from './circle';
import type { Happened, StillPicture } from './still';

/** Returns the members of each ring in words, from the inside outwards, and then their changes. */
export function pictureInWords(picture: StillPicture, profile: Profile, title: string): string {
  const present = picture.standing.filter((one) => one.happened !== 'went');
  const count = present.length + picture.waiting.length;
  const names = (all: { member: { name: string } }[]) => all.map((one) => one.member.name).join(', ');
  const sentences = [t('still-label', { title, count })];
  for (const ring of rings) {
    const those = present.filter((one) => one.member.ring === ring);
    if (those.length) sentences.push(`${called(profile, 'ring', ring)}: ${names(those)}.`);
  }
  for (const what of ['came', 'went', 'died', 'closer', 'further'] satisfies Happened[]) {
    const those = picture.standing.filter((one) => one.happened === what);
    if (those.length) sentences.push(`${t(`still-${what}`)}: ${names(those)}.`);
  }
  return sentences.join(' ');
}
