// Goals and actions as sentences.
import type { Action } from '$generated/Action';
import type { DossierView } from '$generated/DossierView';
import type { Goal } from '$generated/Goal';
import { choice, day, t } from '$shell/i18n.svelte';

/** The kinds of actions, as the first choice of a new action. */
export const ways = ['tie', 'new', 'loosen', 'carer'] as const;
export type Way = (typeof ways)[number];

/** Actions with an existing tie: the RADIO interventions, and changing what people think of each other. */
export const withTies = ['revive', 'activate', 'unblock', 'intensify', 'maintain', 'change_attitude'];
export const withCarers = ['support_carer', 'respite'];

/** Returns the kind of an action, or `''` if it is not known yet. */
export function wayOf(action: Action): Way | '' {
  const does = action.intervention;
  if (does === 'widen') return 'new';
  if (does === 'cut') return 'loosen';
  if (does && withCarers.includes(does)) return 'carer';
  return does || action.member ? 'tie' : '';
}

/** Returns the name of a member, or `''` if the member is no longer on the map. */
export function nameOf(view: DossierView, member: string | null): string {
  return [...view.people, ...view.organisations].find((one) => one.id === member)?.name ?? '';
}

/** Describes the purpose of a goal in a few sentences. */
export function goalSays(goal: Goal, view: DossierView): string {
  const wish = view.wishes.find((one) => one.id === goal.wish);
  const says = [
    goal.dimension
      ? within(`plan-goal-dimension-${goal.dimension}`, choice('network-dimension', goal.dimension))
      : '',
    goal.life ? t('plan-goal-life', { dimension: choice('life-dimension', goal.life) }) : '',
    wish ? t('plan-goal-wish', { words: wish.words }) : '',
  ];
  return says.filter(Boolean).join(' ');
}

/** Describes an action: what, with whom, by whom, by when, and its first step. */
export function actionSays(action: Action, view: DossierView): string {
  return [actionDoes(action, view), actionWho(action), firstStep(action)].filter(Boolean).join(' ');
}

function actionDoes(action: Action, view: DossierView): string {
  const name = nameOf(view, action.member);
  if (action.intervention === 'widen') {
    return action.place ? t('plan-does-widen-at', { place: action.place }) : t('plan-does-widen');
  }
  const label = choice('intervention', action.intervention);
  if (name)
    return label ? within(`plan-does-${action.intervention}`, label, name) : t('plan-about', { name });
  return label && `${label}.`;
}

function actionWho(action: Action): string {
  if (action.doer && action.due) return t('plan-who-when', { who: action.doer, day: day(action.due) });
  if (action.doer) return t('plan-who', { who: action.doer });
  return action.due ? t('plan-when', { day: day(action.due) }) : '';
}

const firstStep = (action: Action) =>
  action.first_step ? t('plan-begins', { step: action.first_step }) : '';

/** Returns a sentence about a choice. A choice that a newer version wrote is returned as it is. */
function within(id: string, label: string, name = ''): string {
  const text = t(id, { name });
  return text === id ? label : text;
}
