// The names of the people of whom one keeps a dossier.
import type { NamedPerson } from '$generated/NamedPerson';
import { locale, t } from '$shell/i18n.svelte';

/**
 * Returns the name of each person. People with one name get the mark of their key too, because one of them may pose
 * as the other.
 */
export function namesOf(claimants: NamedPerson[]): string[] {
  const alike = (name: string) => claimants.filter((claimant) => claimant.name === name).length > 1;
  return claimants.map(({ id, name }) =>
    alike(name) ? t('claimants-mark', { name, mark: id.slice(0, 12) }) : name,
  );
}

/** Returns names as one text: “Anna, Bram of Carla”. */
export function namesInOne(names: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);
}
