// How a coach looks at the network now: in which layers, how large, by name or not. Nothing of it is kept.
import type { Profile } from '$generated/Profile';
import { choice, t } from '$shell/i18n.svelte';
import { EVERYBODY, type Filter, shows } from './filter';
import type { Member } from '$shared/member';

export class Look {
  filter = $state<Filter>(EVERYBODY);
  /** Names stay away from a picture that may lie around. */
  hidesNames = $state(false);
  /** Whether the sociogram shows the client among the others. */
  withClient = $state(true);
  /** How large letters are: more at the table, where people look from its other side. */
  size = $state(1);

  shows(member: Member): boolean {
    return shows(this.filter, member);
  }

  // Bound to the object: they are handed to parts that only name somebody.
  name = (member: Member): string => {
    if (!this.hidesNames) return member.name;
    return choice('relation', member.relation) || t(member.kind === 'person' ? 'somebody' : 'an-organisation');
  };

  client = (profile: Pick<Profile, 'name'>): string => (this.hidesNames ? t('the-client') : profile.name);
}
