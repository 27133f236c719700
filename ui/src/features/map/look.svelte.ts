// The way in which a coach looks at the network now: its layers, its size, with names or without. Nothing of it is
// saved.
import type { Profile } from '$generated/Profile';
import { choice, t } from '$shell/i18n.svelte';
import { EVERYBODY, type Filter, shows } from './filter';
import type { Member } from '$shared/member';

export class Look {
  filter = $state<Filter>(EVERYBODY);
  /** Whether names are hidden, for a picture that others may see. */
  hidesNames = $state(false);
  /** Whether the sociogram shows the client among the others. */
  withClient = $state(true);
  /** The size of letters: larger at the table, where people read from its other side. */
  size = $state(1);

  shows(member: Member): boolean {
    return shows(this.filter, member);
  }

  // Bound to the object: parts that only name somebody take them as functions.
  name = (member: Member): string => {
    if (!this.hidesNames) return member.name;
    return (
      choice('relation', member.relation) || t(member.kind === 'person' ? 'somebody' : 'an-organisation')
    );
  };

  client = (profile: Pick<Profile, 'name'>): string => (this.hidesNames ? t('the-client') : profile.name);
}
