import { t } from '$shell/i18n.svelte';

/** The name of a step `<method>-<step>`; of a method that came along with a dossier the step's own name. */
export function stepName(step: string): string {
  const id = `step-${step}`;
  const text = t(id);
  return text === id ? step.slice(step.indexOf('-') + 1) : text;
}
