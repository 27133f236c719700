// The method and the step of a dossier, in words. The message files name built-in methods, and an
// organisation's own method is named by its file.
import type { DossierView } from '$generated/DossierView';
import type { MethodPath } from '$generated/MethodPath';
import type { MethodStep } from '$generated/MethodStep';
import { t } from '$shell/i18n.svelte';

/**
 * The number of questions per step of a built-in method in the message files: `ask-<method>-<step>-1` and so
 * on.
 */
const QUESTIONS = 3;

type Where = Pick<DossierView, 'method' | 'step'>;

export const stepsOf = (method: MethodPath): MethodStep[] => method.phases.flatMap((phase) => phase.steps);

export const methodTitle = (method: MethodPath): string => method.title ?? t(`method-${method.name}`);

export const phaseTitle = (method: MethodPath, phase: string): string =>
  method.title !== null ? phase : t(`phase-${method.name}-${phase}`);

/** Returns the title of a step. If the method no longer has the step, returns its name. */
export function stepTitle(method: MethodPath, step: string): string {
  const own = stepsOf(method).find((one) => one.name === step);
  if (own?.title) return own.title;
  return own ? builtInTitle(`${method.name}-${step}`) : step;
}

/** Returns the title of a step `<method>-<step>` of a built-in method. Another step has only its own name. */
export function builtInTitle(step: string): string {
  const id = `step-${step}`;
  const text = t(id);
  return text === id ? step.slice(step.indexOf('-') + 1) : text;
}

export const purposeOf = (method: MethodPath, step: MethodStep): string =>
  step.purpose ?? t(`for-${method.name}-${step.name}`);

/** Returns questions that open a talk in a step. */
export function asksOf(method: MethodPath, step: MethodStep): string[] {
  if (method.title !== null) return step.questions;
  return Array.from({ length: QUESTIONS }, (_, i) => t(`ask-${method.name}-${step.name}-${i + 1}`));
}

/** Returns the questions of the step that a dossier is in. */
export function questionsOf({ method, step }: Where): string[] {
  const here = stepsOf(method).find((one) => one.name === step);
  return here ? asksOf(method, here) : [];
}
