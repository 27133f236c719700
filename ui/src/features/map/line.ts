// Lines as a trained reader expects them: their width shows strength (Hartman 1978), their kind shows quality
// (as the emotional lines of a genogram do), and arrow heads show energy. Every kind differs from the others
// without colour.
import { choices } from '$generated/choices';
import type { Position } from '$generated/Position';

export type LineKind =
  | 'solid'
  | 'unknown'
  | 'dotted_middle'
  | 'long_dash'
  | 'dashed'
  | 'dotted'
  | 'zigzag'
  | 'broken'
  | 'double'
  | 'triple';
export type LineStyle = { width: number; kind: LineKind };

const KINDS: Record<(typeof choices.quality)[number], LineKind> = {
  supportive: 'dotted_middle',
  close: 'double',
  fused: 'triple',
  neutral: 'long_dash',
  distant: 'dotted',
  strained: 'zigzag',
  cut_off: 'broken',
};

/** Returns the style of a tie. A tie of which nothing is known differs from an ordinary one. */
export function lineStyle(strength: string | null, quality: string | null): LineStyle {
  if (!strength && !quality) return { width: 2, kind: 'unknown' };
  const width = strength === 'strong' ? 5.5 : strength === 'weak' ? 1.6 : 3;
  const known = choices.quality.find((one) => one === quality);
  const kind = known ? KINDS[known] : strength === 'weak' ? 'dashed' : 'solid';
  return { width, kind };
}

/** Returns the path of a line that ends at the edges of two marks. */
export function linePath(from: Position, to: Position, kind: LineKind, gap: [number, number]): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [room, across] = [
    length - gap[0] - gap[1],
    { x: (to.x - from.x) / length, y: (to.y - from.y) / length },
  ];
  if (!(room > 4)) return '';
  const point = (along: number, aside = 0) => {
    const x = from.x + across.x * (gap[0] + along) - across.y * aside;
    const y = from.y + across.y * (gap[0] + along) + across.x * aside;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const straight = (aside: number) => `M${point(0, aside)}L${point(room, aside)}`;
  if (kind === 'zigzag') {
    const teeth = Math.max(3, Math.round(room / 14));
    const corners = Array.from({ length: teeth - 1 }, (_, i) =>
      point(((i + 1) * room) / teeth, i % 2 ? -7 : 7),
    );
    return `M${point(0)}L${[...corners, point(room)].join('L')}`;
  }
  if (kind === 'broken') {
    const [end, start] = [room / 2 - 12, room / 2 + 12];
    const stroke = (along: number) => `M${point(along, -10)}L${point(along, 10)}`;
    return `M${point(0)}L${point(end)}${stroke(end)}${stroke(start)}M${point(start)}L${point(room)}`;
  }
  if (kind === 'double') return [-4, 4].map(straight).join('');
  if (kind === 'triple') return [-7, 0, 7].map(straight).join('');
  return straight(0);
}

/** Returns the middle of a supportive line, for its dot, or `null` if there is no room for one. */
export function lineMiddle(from: Position, to: Position, gap: [number, number]): Position | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length - gap[0] - gap[1] < 24) return null;
  const along = (gap[0] + (length - gap[1])) / 2 / length;
  return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * along };
}

/** Returns the arrow heads that show energy; `towards` points at the beginning of the line. */
export function arrowHeads(
  from: Position,
  to: Position,
  energy: string | null,
  gap: [number, number],
): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const across = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const head = (tip: Position, sign: number) => {
    const corner = (aside: number) => {
      const x = tip.x - sign * across.x * 13 - across.y * aside;
      const y = tip.y - sign * across.y * 13 + across.x * aside;
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    };
    return `M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}L${corner(7)}L${corner(-7)}Z`;
  };
  const start = { x: from.x + across.x * gap[0], y: from.y + across.y * gap[0] };
  const end = { x: to.x - across.x * gap[1], y: to.y - across.y * gap[1] };
  const heads = [];
  if (energy === 'towards' || energy === 'both') heads.push(head(start, -1));
  if (energy === 'away' || energy === 'both') heads.push(head(end, 1));
  return heads.join('');
}
