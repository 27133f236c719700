// Where everybody stands in a view.
import type { DossierView } from '../generated/DossierView';
import type { Position } from '../generated/Position';
import { layout } from './layout';
import type { Member } from './member';
import { MIDDLE, type View, markRadius } from './view';

export type Places = { places: Map<string, Position>; client: Position; mark: number };

export function placesOf(view: DossierView, all: Member[], kind: View, before?: Map<string, Position>): Places {
  return { places: layout(all, view.ties, kind, before), client: MIDDLE, mark: markRadius(all.length, kind) };
}
