// Lines as a trained reader of ecograms expects them (Hartman 1978): thickness for strength, kind for quality.
import type { Position } from '../generated/Position';

export type LineStyle = { width: number; kind: 'solid' | 'dashed' | 'zigzag' | 'broken' | 'double' };

export function lineStyle(strength: string | null, quality: string | null): LineStyle {
  const width = strength === 'strong' ? 5.5 : strength === 'weak' ? 1.6 : 3;
  if (quality === 'strained') return { width, kind: 'zigzag' };
  if (quality === 'cut_off') return { width, kind: 'broken' };
  if (quality === 'distant' || strength === 'weak') return { width, kind: 'dashed' };
  if (quality === 'fused') return { width, kind: 'double' };
  return { width, kind: 'solid' };
}

/** The path of a line between two marks, which ends at their edges. */
export function linePath(from: Position, to: Position, kind: LineStyle['kind'], gap: [number, number]): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [room, across] = [length - gap[0] - gap[1], { x: (to.x - from.x) / length, y: (to.y - from.y) / length }];
  if (!(room > 4)) return '';
  const point = (along: number, aside = 0) => {
    const x = from.x + across.x * (gap[0] + along) - across.y * aside;
    const y = from.y + across.y * (gap[0] + along) + across.x * aside;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  if (kind === 'zigzag') {
    const teeth = Math.max(3, Math.round(room / 14));
    const corners = Array.from({ length: teeth - 1 }, (_, i) => point(((i + 1) * room) / teeth, i % 2 ? -7 : 7));
    return `M${point(0)}L${[...corners, point(room)].join('L')}`;
  }
  if (kind === 'broken') {
    const [end, start] = [room / 2 - 12, room / 2 + 12];
    const stroke = (along: number) => `M${point(along, -10)}L${point(along, 10)}`;
    return `M${point(0)}L${point(end)}${stroke(end)}${stroke(start)}M${point(start)}L${point(room)}`;
  }
  if (kind === 'double') return [-4, 4].map((aside) => `M${point(0, aside)}L${point(room, aside)}`).join('');
  return `M${point(0)}L${point(room)}`;
}

/** Arrow heads where energy flows; `towards` points at the line's beginning. */
export function arrowHeads(from: Position, to: Position, energy: string | null, gap: [number, number]): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const across = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const head = (tip: Position, sign: number) => {
    const corner = (aside: number) =>
      `${(tip.x - sign * across.x * 13 - across.y * aside).toFixed(1)} ${(tip.y - sign * across.y * 13 + across.x * aside).toFixed(1)}`;
    return `M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}L${corner(7)}L${corner(-7)}Z`;
  };
  const start = { x: from.x + across.x * gap[0], y: from.y + across.y * gap[0] };
  const end = { x: to.x - across.x * gap[1], y: to.y - across.y * gap[1] };
  const heads = [];
  if (energy === 'towards' || energy === 'both') heads.push(head(start, -1));
  if (energy === 'away' || energy === 'both') heads.push(head(end, 1));
  return heads.join('');
}
