// The tabs of a dossier, and the tab that shows each kind of record.
import type { RecordRef } from '$generated/RecordRef';
import type { RecordKind } from '$generated/RecordKind';
import { kindOf } from '$shared/record-ref';

export const TABS = [
  'step',
  'map',
  'quality',
  'possibilities',
  'then',
  'logbook',
  'plan',
  'client',
  'sharing',
] as const;
export type Tab = (typeof TABS)[number];

/** The two talks of the possibilities tab. */
export type Talk = 'can' | 'needs';

/** A tab, in the possibilities tab one of its talks, and in the plan the part of Kring whose section shows. */
export type TabPlace = { tab: Tab; talk?: Talk; about?: string };

/** The tab that shows each kind of record. News offers a button for the kinds that are `linked`. */
const SHOWN_IN: Record<RecordKind | 'profile', TabPlace & { linked?: true }> = {
  profile: { tab: 'client', linked: true },
  person: { tab: 'map', linked: true },
  organisation: { tab: 'map', linked: true },
  tie: { tab: 'map' },
  partnership: { tab: 'map' },
  parentage: { tab: 'map' },
  wish: { tab: 'possibilities', talk: 'can' },
  life: { tab: 'possibilities', talk: 'can' },
  need: { tab: 'possibilities', talk: 'needs' },
  talent: { tab: 'possibilities', talk: 'can' },
  role: { tab: 'possibilities', talk: 'can' },
  resistance: { tab: 'possibilities', talk: 'needs' },
  goal: { tab: 'plan', about: 'plan', linked: true },
  action: { tab: 'plan', about: 'plan', linked: true },
  note: { tab: 'logbook', linked: true },
  moment: { tab: 'then' },
  measurement: { tab: 'quality' },
  passage: { tab: 'step' },
  approach: { tab: 'plan', about: 'plan' },
  check_in: { tab: 'plan', about: 'aftercare' },
  supervision: { tab: 'sharing' },
  own_method: { tab: 'client' },
};

/** The tabs for the parts of Kring that a step of a method can name; all other parts are in the plan. */
const WORKED_ON_IN: Record<string, TabPlace> = {
  client: { tab: 'client' },
  map: { tab: 'map' },
  quality: { tab: 'quality' },
  talk: { tab: 'logbook' },
  possibilities: { tab: 'possibilities', talk: 'can' },
  needs: { tab: 'possibilities', talk: 'needs' },
};

/** Returns the tab that shows a record. */
export const shownIn = (place: RecordRef): TabPlace => SHOWN_IN[kindOf(place)] ?? { tab: 'plan' };

/** Returns whether news about a record offers a button that goes to it. */
export const isLinked = (place: RecordRef): boolean => SHOWN_IN[kindOf(place)]?.linked ?? false;

/** Returns the tab where the work of a step is done. */
export const workedOnIn = (part: string): TabPlace => WORKED_ON_IN[part] ?? { tab: 'plan', about: part };
