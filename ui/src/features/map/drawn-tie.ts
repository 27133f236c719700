// The ties as a view draws them: ties with the client and ties among members are lines of one kind.
import type { DossierView } from '$generated/DossierView';
import type { Position } from '$generated/Position';
import { type LineKind, arrowHeads, lineMiddle, linePath, lineStyle } from './line';
import type { Member } from '$shared/member';
import { CLIENT, type View } from './view';

/** The room that a line leaves round the client's mark. */
const ROUND_CLIENT = 56;

export type DrawnTie = {
  id: string;
  a: string;
  b: string;
  kind: LineKind;
  width: number;
  energy: string | null;
  quality: string | null;
  strength: string | null;
  among: boolean;
};

/**
 * Returns the ties of a view. The circle shows closeness to the client by its rings, so it draws no lines to
 * her.
 */
export function drawnTies(
  view: Pick<DossierView, 'ties'>,
  all: Member[],
  kind: View,
  withClient: boolean,
): DrawnTie[] {
  const shown = new Set(all.map((member) => member.id));
  const toClient = kind === 'ecogram' || (kind === 'sociogram' && withClient);
  const own = toClient
    ? all.map((member) => drawn({ ...member, id: `${CLIENT}-${member.id}`, a: CLIENT, b: member.id }, false))
    : [];
  const among = view.ties.flatMap((tie) =>
    tie.a && tie.b && shown.has(tie.a) && shown.has(tie.b)
      ? [drawn({ ...tie, a: tie.a, b: tie.b }, true)]
      : [],
  );
  return [...own, ...among];
}

type TieRecord = Pick<DrawnTie, 'id' | 'a' | 'b' | 'strength' | 'quality' | 'energy'>;

function drawn({ id, a, b, strength, quality, energy }: TieRecord, among: boolean): DrawnTie {
  const { kind, width } = lineStyle(strength, quality);
  return { id, a, b, kind, width: among ? width * 0.8 : width, energy, quality, strength, among };
}

/** The paths of a line and of its arrow heads, and the middle of its dot. */
export type TiePaths = { line: string; heads: string; dot: Position | null };

/** Returns the paths of a tie between its ends. They are empty if an end is not drawn. */
export function tiePaths(
  tie: Pick<DrawnTie, 'a' | 'b' | 'kind' | 'energy'>,
  places: Map<string, Position>,
  mark: number,
): TiePaths {
  const [from, to] = [places.get(tie.a), places.get(tie.b)];
  if (!from || !to) return { line: '', heads: '', dot: null };
  const room = (id: string) => (id === CLIENT ? ROUND_CLIENT : mark + 5);
  const gap: [number, number] = [room(tie.a), room(tie.b)];
  return {
    line: linePath(from, to, tie.kind, gap),
    heads: arrowHeads(from, to, tie.energy, gap),
    dot: tie.kind === 'dotted_middle' ? lineMiddle(from, to, gap) : null,
  };
}
