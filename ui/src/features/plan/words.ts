// Goals and actions as sentences.
import type { Action } from '$generated/Action';
import type { DossierView } from '$generated/DossierView';
import type { Goal } from '$generated/Goal';
import { choice, day, t } from '$shell/i18n.svelte';

/** The ways to go about something, as a person chooses them first. */
export const ways = ['tie', 'new', 'loosen', 'carer'] as const;
export type Way = (typeof ways)[number];

/** What can be done with an existing tie: RADIO, and what people think of each other. */
export const withTies = ['revive', 'activate', 'unblock', 'intensify', 'maintain', 'change_attitude'];
export const withCarers = ['support_carer', 'respite'];

/** The way that an action goes; nothing where that was not said yet. */
export function wayOf(action: Action): Way | '' {
  const does = action.intervention;
  if (does === 'widen') return 'new';
  if (does === 'cut') return 'loosen';
  if (does && withCarers.includes(does)) return 'carer';
  return does || action.member ? 'tie' : '';
}

/** What a member is called; nothing for who is not on the map any more. */
export function nameOf(view: DossierView, member: string | null): string {
  return [...view.people, ...view.organisations].find((one) => one.id === member)?.name ?? '';
}

/** What a goal is for, in a few sentences. */
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

/** What an action does, with whom, who does it, by when, and how it begins. */
export function actionSays(action: Action, view: DossierView): string {
  return [actionDoes(action, view), actionWho(action), firstStep(action)].filter(Boolean).join(' ');
}

export function actionDoes(action: Action, view: DossierView): string {
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

/** A sentence about a choice; the choice itself where a newer version wrote it. */
function within(id: string, label: string, name = ''): string {
  const text = t(id, { name });
  return text === id ? label : text;
}
