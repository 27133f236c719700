// The settings of the map: whom it shows, its size, and whether it has names. None of this is saved.
import type { DossierView } from '$generated/DossierView';
import type { NetworkView } from '$generated/NetworkView';
import type { Profile } from '$generated/Profile';
import { answerTo } from '$shared/answer.svelte';
import type { Member } from '$shared/member';
import { api } from '$shell/api';
import { choice, t } from '$shell/i18n.svelte';
import { EVERYBODY, type Filter, shows } from './filter';

const ids = ({ people, organisations }: NetworkView) => [...people, ...organisations].map((one) => one.id);

/** A component creates it. Without a dossier, the map shows everybody since ever. */
export class MapSettings {
  filter = $state.raw<Filter>(EVERYBODY);
  /** True if names are hidden, for a picture that others may see. */
  hidesNames = $state(false);
  /** True if the sociogram shows the client among the others. */
  withClient = $state(true);
  /** The size of letters, which is larger at the table, because people read from its other side. */
  size = $state(1);

  readonly #compared = answerTo(() => {
    const [view, since] = [this.dossier(), this.filter.since];
    const isThere = view?.moments.some((moment) => moment.id === since);
    return view && isThere ? api.thenAndNow(view.profile.id, since, null) : null;
  });
  /** The members who came since the chosen moment, or `null` if all may show. */
  readonly #newcomers = $derived.by(() => {
    const compared = this.#compared.value;
    if (!compared || !this.filter.since) return null;
    const then = new Set(ids(compared.then));
    return new Set(ids(compared.now).filter((id) => !then.has(id)));
  });

  constructor(private readonly dossier: () => DossierView | null = () => null) {}

  /** The reason why the newcomers cannot be found, in words. */
  get problem(): string {
    return this.#compared.problem;
  }

  shows(member: Member): boolean {
    return shows(this.filter, member) && (this.#newcomers?.has(member.id) ?? true);
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
