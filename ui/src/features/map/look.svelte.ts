// The way in which a coach looks at the network now: its layers, its size, and whether it has names. None of
// this is saved.
import type { Profile } from '$generated/Profile';
import { choice, t } from '$shell/i18n.svelte';
import { EVERYBODY, type Filter, shows } from './filter';
import type { Member } from '$shared/member';

export class Look {
  filter = $state<Filter>(EVERYBODY);
  /** True if names are hidden, for a picture that others may see. */
  hidesNames = $state(false);
  /** True if the sociogram shows the client among the others. */
  withClient = $state(true);
  /** The size of letters, which is larger at the table, because people read from its other side. */
  size = $state(1);

  shows(member: Member): boolean {
    return shows(this.filter, member);
  }

  // These are bound to the object, because parts that only name somebody take them as functions.
  name = (member: Member): string => {
    if (!this.hidesNames) return member.name;
    return (
      choice('relation', member.relation) || t(member.kind === 'person' ? 'somebody' : 'an-organisation')
    );
  };

  client = (profile: Pick<Profile, 'name'>): string => (this.hidesNames ? t('the-client') : profile.name);
}
