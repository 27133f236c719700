// The places of everybody in a view.
import type { DossierView } from '$generated/DossierView';
import type { Position } from '$generated/Position';
import type { Family } from './genogram/kin';
import { type Drawing, drawn, genogram } from './genogram/genogram';
import { MARK } from './genogram/measure';
import { layout } from './layout';
import type { Member } from '$shared/member';
import { CLIENT, MIDDLE, SIZE, type View, markRadius } from './view';

export type Places = {
  places: Map<string, Position>;
  client: Position;
  /** The radius of a mark. */
  mark: number;
  /** The lines of a genogram, in its own measure. A large family is shrunk to the map by `shrunk`. */
  genogram: { drawing: Drawing; family: Family; shrunk: number } | null;
};

/** Returns the places of everybody in a view. `before` holds the places until now, see [`layout`]. */
export function placesOf(
  view: DossierView,
  all: Member[],
  kind: View,
  before?: Map<string, Position>,
): Places {
  if (kind !== 'genogram')
    return {
      places: layout(all, view.ties, kind, before),
      client: MIDDLE,
      mark: markRadius(all.length, kind),
      genogram: null,
    };
  const { places, size, family, drawing } = genogram(view, SIZE);
  const shrunk = SIZE.width / size.width;
  const onMap = new Map([...places].map(([id, { x, y }]) => [id, { x: x * shrunk, y: y * shrunk }]));
  const client = onMap.get(CLIENT) ?? MIDDLE;
  onMap.delete(CLIENT);
  return { places: onMap, client, mark: MARK * shrunk, genogram: { drawing, family, shrunk } };
}

/**
 * Returns the lines of a genogram while some members are dragged. Places and distance are in the map's
 * measure.
 */
export function carriedLines(
  view: DossierView,
  { family, shrunk }: NonNullable<Places['genogram']>,
  places: Map<string, Position>,
  ids: string[],
  by: Position,
): Drawing {
  const moved = (id: string, { x, y }: Position) =>
    ids.includes(id) ? { x: x + by.x, y: y + by.y } : { x, y };
  const own = [...places].map(([id, place]): [string, Position] => {
    const { x, y } = moved(id, place);
    return [id, { x: x / shrunk, y: y / shrunk }];
  });
  return drawn(view, family, new Map(own));
}

/** Returns members by id. */
export function byId(all: Member[]): Map<string, Member> {
  return new Map(all.map((member) => [member.id, member]));
}

/** Returns the places of the members that are shown, among those of all. */
export function placesOfShown(shown: Member[], places: Map<string, Position>): Map<string, Position> {
  return new Map(shown.map(({ id }) => [id, places.get(id) ?? MIDDLE]));
}

/** Returns places with that of the client, who comes first. */
export function withClient(places: Map<string, Position>, client: Position): Map<string, Position> {
  return new Map([[CLIENT, client], ...places]);
}
