// The method that a dossier follows and the step it is in, in words. Methods that ship are called by the messages, an
// organisation's own by its file.
import type { DossierView } from '$generated/DossierView';
import type { MethodPath } from '$generated/MethodPath';
import type { MethodStep } from '$generated/MethodStep';
import { t } from '$shell/i18n.svelte';

/** How many questions the messages hold for each step of a method that ships: `ask-<method>-<step>-1` and so on. */
const QUESTIONS = 3;

type Where = Pick<DossierView, 'method' | 'step'>;

export const stepsOf = (method: MethodPath): MethodStep[] => method.phases.flatMap((phase) => phase.steps);

export const methodTitle = (method: MethodPath): string => method.title ?? t(`method-${method.name}`);

export const phaseTitle = (method: MethodPath, phase: string): string =>
  method.title !== null ? phase : t(`phase-${method.name}-${phase}`);

/** What a step is called; its name, where the method has no such step (any more). */
export function stepTitle(method: MethodPath, step: string): string {
  const own = stepsOf(method).find((one) => one.name === step);
  if (own?.title) return own.title;
  return own ? t(`step-${method.name}-${step}`) : step;
}

export const purposeOf = (method: MethodPath, step: MethodStep): string =>
  step.purpose ?? t(`for-${method.name}-${step.name}`);

/** Questions that open a talk in a step. */
export function asksOf(method: MethodPath, step: MethodStep): string[] {
  if (method.title !== null) return step.questions;
  return Array.from({ length: QUESTIONS }, (_, i) => t(`ask-${method.name}-${step.name}-${i + 1}`));
}

/** The questions of the step that a dossier is in. */
export function questionsOf({ method, step }: Where): string[] {
  const here = stepsOf(method).find((one) => one.name === step);
  return here ? asksOf(method, here) : [];
}
