// The names that a screen reader says of members and ties.
import type { Profile } from '$generated/Profile';
import { choice, t } from '$shell/i18n.svelte';
import type { Member } from '$shared/member';
import { called } from './circle';
import type { DrawnTie } from './drawn-tie';
import type { Sentence } from './genogram/family-words';
import type { View } from './view';

export type Described = {
  /** The name as the map shows it. */
  name: string;
  kind: View;
  profile: Profile;
  /** The member's number in the order of reading, from 1, and the number of all. */
  place: number;
  count: number;
  /** The member's lines in the genogram. */
  family: Sentence[];
  chosen: boolean;
  isNew: boolean;
};

const known = (list: string, value: string | null) => choice(list, value) || t('unknown');

/** Returns the name of a member, for example "Fatima, buurvrouw, steunend, 3 banden, 4 van 12". */
export function memberSays(member: Member, described: Described): string {
  const { name, profile, place, count } = described;
  const relation = known('relation', member.relation);
  const quality = known('quality', member.quality);
  const words = [t('member-says', { name, relation, quality, ties: member.ties, place, count })];
  if (described.kind === 'circle')
    words.push(called(profile, 'ring', member.ring), called(profile, 'sector', member.sector));
  words.push(...described.family.map((line) => t(line.id, line.args)));
  if (described.chosen) words.push(t('chosen'));
  if (described.isNew) words.push(t('new-mark'));
  return words.join(', ');
}

/** Returns the name of a tie by the names of both ends. */
export function tieSays(
  tie: Pick<DrawnTie, 'a' | 'b' | 'quality' | 'strength'>,
  nameOf: (id: string) => string,
): string {
  const [quality, strength] = [known('quality', tie.quality), known('strength', tie.strength)];
  return t('tie-says', { a: nameOf(tie.a), b: nameOf(tie.b), quality, strength });
}
