// The step of the method that a dossier is in, and what to ask in it.
import { methods } from './generated/choices';
import type { Profile } from './generated/Profile';
import { t } from './i18n.svelte';

/** How many questions the messages hold for each step: `ask-<method>-<step>-1` and so on. */
export const QUESTIONS = 3;

type Where = Pick<Profile, 'method' | 'step'>;

/** The method and step of a dossier; the first of each where none was chosen. */
export function stepOf(profile: Where): { method: string; step: string } {
  const method = methods.find((one) => one.name === profile.method) ?? methods[0];
  const steps: string[] = method.phases.flatMap((phase) => [...phase.steps]);
  return { method: method.name, step: steps.find((one) => one === profile.step) ?? steps[0] ?? '' };
}

export function questionsOf(profile: Where): string[] {
  const { method, step } = stepOf(profile);
  return Array.from({ length: QUESTIONS }, (_, i) => t(`ask-${method}-${step}-${i + 1}`));
}
