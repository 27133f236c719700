// The facts that the symbol of a relative shows.
import type { Family } from './kin';
import { age, yearOf } from './genogram';
import type { MapSettings } from '../map-settings.svelte';
import { initials } from '$shared/member';
import { CLIENT } from '../view';

export type Symbol = {
  gender: string | null;
  deceased?: boolean;
  client?: boolean;
  /** The age, inside the symbol. If it is not known, the letters are there instead. */
  age?: number | null;
  letters?: string;
  /** The years of birth and death, above the symbol on the left and on the right. */
  born?: string;
  died?: string;
};

export function symbol(family: Family, id: string, settings: MapSettings): Symbol {
  const kin = family.kin.get(id);
  if (!kin) return { gender: null };
  const letters = settings.hidesNames ? '' : initials(kin.name);
  const { gender, deceased, born, died } = kin;
  return {
    gender,
    deceased,
    client: id === CLIENT,
    age: age(kin, new Date()),
    letters,
    born: yearOf(born),
    died: yearOf(died),
  };
}
