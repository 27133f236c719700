// The people of a family, and the unions that connect them.
import type { DossierView } from '$generated/DossierView';
import type { Partnership } from '$generated/Partnership';
import type { Position } from '$generated/Position';

/** A relative, or somebody of whom it is not known yet whether they are one. */
export type Kin = {
  id: string;
  name: string;
  relation: string | null;
  gender: string | null;
  born: string | null;
  died: string | null;
  deceased: boolean;
  /** The place that was given by hand, in fractions of the map. */
  place: Position | null;
};

/**
 * The way in which a child belongs to a union: `unsaid` if its line has no kind, and `unknown` if no line was
 * recorded.
 */
export type Descent = 'birth' | 'unsaid' | 'unknown' | 'adopted' | 'foster' | 'step';

/** A couple, a single parent or unknown parents, with their children. */
export type Union = {
  id: string;
  /** The ids of two people, of one or of none. */
  partners: string[];
  /** The record of the partnership; `null` if only a relation or shared children imply it. */
  partnership: Pick<Partnership, 'kind' | 'since' | 'separated' | 'divorced'> | null;
  children: { id: string; descent: Descent }[];
  /**
   * True if the line leads to only one of the children, and it is not known to which, as with a grandparent.
   */
  toOneOf: boolean;
  /** The people of whom one is the parent, and it is not known which, as with a grandchild. */
  among: string[];
  /** The number of generations between the partners and the children. */
  depth: number;
};

export type Family = {
  kin: Map<string, Kin>;
  unions: Union[];
  /** Relatives without any known line, such as an aunt or a nephew. */
  beside: string[];
  /** The people outside the family. */
  others: string[];
};

export type Source = Pick<DossierView, 'profile' | 'people' | 'partnerships' | 'parentages'>;
