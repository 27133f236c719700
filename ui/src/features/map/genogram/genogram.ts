// The genogram of a dossier: the places of relatives, and all lines between them.
import type { DossierView } from '$generated/DossierView';
import type { Position } from '$generated/Position';
import { type EmotionalLine, emotionalLines } from './emotion';
import { family } from './family';
import type { Family, Kin, Source } from './kin';
import { type FamilyLines, familyLines } from './family-line';
import { household } from './household';
import { MARK } from './measure';
import { pedigree } from './pedigree';
import { CLIENT } from '../view';

type Genogram = {
  family: Family;
  /** The places in units of the map, with the client under the id `client`. */
  places: Map<string, Position>;
  /** The size of the map that the family needs. Places by hand are fractions of it. */
  size: { width: number; height: number };
  drawing: Drawing;
};

export type Drawing = FamilyLines & {
  emotional: EmotionalLine[];
  /** The path round the household; empty if nobody lives with the client. */
  household: string;
};

type Network = Source & Pick<DossierView, 'ties'>;

/** Lays out and draws the family of a dossier on a map of at least `least`. */
export function genogram(view: Network, least = { width: 1200, height: 800 }): Genogram {
  const kin = family(view);
  const { places, size } = pedigree(kin, least);
  return { family: kin, places, size, drawing: drawn(view, kin, places) };
}

/** Returns the lines of a family with these places. Somebody who is dragged gives new ones in every frame. */
export function drawn(view: Network, family: Family, places: Map<string, Position>): Drawing {
  const home = new Set(
    view.people
      .filter((person) => person.travel === 'same_house' && places.has(person.id))
      .map((person) => person.id),
  );
  if (home.size) home.add(CLIENT);
  const [inside, outside]: [Position[], Position[]] = [[], []];
  for (const [id, place] of places) (home.has(id) ? inside : outside).push(place);
  return {
    ...familyLines(family, places),
    emotional: emotionalLines(feelings(view), places, MARK),
    household: inside.length ? household(inside, outside, MARK + 26) : '',
  };
}

function feelings(view: Network) {
  const own = view.people.map(({ id, quality, strength }) => ({
    id: `client ${id}`,
    a: CLIENT,
    b: id,
    quality: quality ?? '',
    strength,
  }));
  const ties = view.ties.map(({ id, a, b, quality, strength }) => ({
    id,
    a: a ?? '',
    b: b ?? '',
    quality: quality ?? '',
    strength,
  }));
  return [...own, ...ties];
}

/**
 * Returns the age now or at death, in whole years, or `null` if it is not known. If only the years of two
 * dates are known, the age may be one too high.
 */
export function age(kin: Pick<Kin, 'born' | 'died' | 'deceased'>, now: Date): number | null {
  const born = parts(kin.born);
  const until =
    kin.deceased || kin.died ? parts(kin.died) : [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  if (!born || !until) return null;
  const [year = 0, month, day] = born;
  const [lastYear = 0, lastMonth, lastDay] = until;
  const before =
    month !== undefined &&
    lastMonth !== undefined &&
    (lastMonth < month || (lastMonth === month && (lastDay ?? 31) < (day ?? 1)));
  const years = lastYear - year - (before ? 1 : 0);
  return years >= 0 ? years : null;
}

function parts(date: string | null): number[] | null {
  return date ? date.replace('~', '').split('-').map(Number) : null;
}

/** Returns the year of a date as it is written beside a mark. */
export function yearOf(date: string | null): string {
  return date ? `${date.startsWith('~') ? '±' : ''}${Number(date.replace('~', '').slice(0, 4))}` : '';
}
