import { t } from '$shell/i18n.svelte';

/**
 * Returns the title of a step `<method>-<step>`. A step of a method from an imported dossier has only its own
 * name.
 */
export function stepName(step: string): string {
  const id = `step-${step}`;
  const text = t(id);
  return text === id ? step.slice(step.indexOf('-') + 1) : text;
}
