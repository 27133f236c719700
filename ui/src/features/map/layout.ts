// The places of members in the views that are laid out by forces. A place that was given by hand stays.
import {
  type SimulationNodeDatum,
  forceCollide,
  forceLink,
  forceManyBody,
  forceRadial,
  forceSimulation,
  forceX,
  forceY,
} from 'd3-force';
import type { Position } from '$generated/Position';
import type { Tie } from '$generated/Tie';
import { type Cell, cellOf, inCell, intoCell, meaning } from './circle';
import type { Member } from '$shared/member';
import { CLIENT, MIDDLE, SIZE, markRadius, toFraction, toMap } from './view';

/** The views whose places come from forces; a genogram's come from its generations. */
type ForceView = 'ecogram' | 'circle' | 'sociogram';
type Node = SimulationNodeDatum & { id: string; x: number; y: number; cell: Cell | null; mine: boolean };

const GOLDEN = 0.618_033_988_75;
/** The shape of the map. The forces work in a measure in which the map is as wide as it is high. */
const WIDE = SIZE.width / SIZE.height;

/**
 * Returns a place for everybody. `before` holds the places until now: members in it stay there, so that an
 * edit moves nobody else; without it, all members without a place by hand are laid out anew. The circle holds
 * only members with a ring and a quarter; the others are on the list beside it.
 */
export function layout(
  all: Member[],
  ties: Pick<Tie, 'a' | 'b'>[],
  view: ForceView,
  before: Map<string, Position> = new Map(),
): Map<string, Position> {
  const standing = view === 'circle' ? all.filter((member) => cellOf(member)) : all;
  const mark = markRadius(all.length, view);
  const nodes = standing.map((member, index): Node => {
    const own = stillTrue(member[view] ? toMap(member[view]) : undefined, member, view);
    const fixed = own ?? stillTrue(before.get(member.id), member, view);
    const cell = view === 'circle' && !own ? cellOf(member) : null;
    const start =
      fixed ??
      (cell
        ? inCell(cell, 0.1 + 0.8 * ((index * GOLDEN) % 1), 0.3 + 0.4 * ((index * GOLDEN * 7) % 1))
        : around(index, standing.length));
    const at = squeeze(start);
    return { id: member.id, ...at, cell, mine: !!fixed, ...(fixed ? { fx: at.x, fy: at.y } : {}) };
  });
  if (nodes.some((node) => !node.mine)) settle(nodes, ties, view, mark);
  return new Map(nodes.map((node) => [node.id, stretch(node)]));
}

/** Lets the forces work until nobody moves any more. Nothing is drawn before that. */
function settle(nodes: Node[], ties: Pick<Tie, 'a' | 'b'>[], view: ForceView, mark: number): void {
  const client: Node = {
    id: CLIENT,
    ...squeeze(MIDDLE),
    fx: squeeze(MIDDLE).x,
    fy: MIDDLE.y,
    cell: null,
    mine: true,
  };
  const there = new Set(nodes.map((node) => node.id));
  const links = ties.flatMap(({ a, b }) =>
    a && b && there.has(a) && there.has(b) ? [{ source: a, target: b }] : [],
  );
  const apart = mark * (nodes.length > 60 ? 1.25 : 1.55);
  const simulation = forceSimulation([client, ...nodes])
    .force('apart', forceCollide<Node>((node) => (node === client ? 62 : apart)).iterations(2))
    .stop();
  const centre = squeeze(MIDDLE);
  const tied = forceLink<Node, { source: string; target: string }>(links).id((node) => node.id);
  if (view === 'ecogram') {
    // Place members in one ring round the client while there is room, and in several rings when there is not.
    const free = nodes.filter((node) => !node.mine);
    const reach = new Map(
      free.map((node, index) => [
        node,
        nodes.length > 14 ? 165 + 215 * Math.sqrt((index + 0.5) / free.length) : 265,
      ]),
    );
    simulation.force(
      'around',
      forceRadial<Node>((node) => reach.get(node) ?? 0, centre.x, centre.y).strength((node) =>
        reach.has(node) ? 0.3 : 0,
      ),
    );
    const own = tied.strength();
    simulation.force(
      'ties',
      tied.distance(apart * 2.6).strength((link, i, all) => own(link, i, all) * 0.15),
    );
  } else if (view === 'sociogram') {
    const room = Math.sqrt((SIZE.height * SIZE.height) / Math.max(4, nodes.length));
    simulation.force('ties', tied.distance(room * 0.8));
    // Keep others at some distance from the client, because then no line to the client runs through a member.
    simulation.force(
      'client',
      forceRadial<Node>(Math.max(room * 0.9, 230), centre.x, centre.y).strength((node) =>
        node === client ? 0 : 0.12,
      ),
    );
    simulation.force(
      'space',
      forceManyBody<Node>()
        .strength(-room * 4)
        .distanceMax(SIZE.height / 2),
    );
    simulation
      .force('x', forceX<Node>(centre.x).strength(0.06))
      .force('y', forceY<Node>(centre.y).strength(0.06));
  }
  // Many members need fewer steps than few, because they have less room to choose from.
  const ticks = nodes.length > 100 ? 50 : 120;
  simulation.alphaDecay(1 - 0.001 ** (1 / ticks));
  for (let tick = 0; tick < ticks; tick += 1) {
    simulation.tick();
    for (const node of nodes) if (!node.mine) keepInside(node, mark);
  }
}

/** Moves a member back into the map, or into the member's part of the circle. */
function keepInside(node: Node, mark: number): void {
  const point = node.cell ? intoCell(node.cell, stretch(node), mark) : stretch(node);
  const inside = {
    x: Math.min(SIZE.width - mark - 24, Math.max(mark + 24, point.x)),
    y: Math.min(SIZE.height - mark - 34, Math.max(mark + 12, point.y)),
  };
  Object.assign(node, squeeze(inside));
}

/**
 * Returns a place if it still means the member's ring and quarter: of two people, one may have changed the
 * place and the other the words.
 */
function stillTrue(place: Position | undefined, member: Member, view: ForceView): Position | undefined {
  if (!place || view !== 'circle') return place;
  const { ring, sector } = meaning(place);
  return ring === member.ring && sector === member.sector ? place : undefined;
}

/** Returns the place from which a member without one starts: on a spiral that turns by the golden section. */
function around(index: number, count: number): Position {
  const angle = index * GOLDEN * 2 * Math.PI;
  const radius = 160 + 200 * Math.sqrt((index + 0.5) / Math.max(1, count));
  return { x: MIDDLE.x + Math.cos(angle) * radius * WIDE, y: MIDDLE.y + Math.sin(angle) * radius };
}

function squeeze(point: Position): Position {
  return { x: point.x / WIDE, y: point.y };
}

function stretch(point: Position): Position {
  return { x: point.x * WIDE, y: point.y };
}

/** Returns a free place in the circle for a member whose ring or quarter was chosen in words. */
export function placeFor(member: Member, all: Member[]): Position | null {
  const others = all.filter((other) => other.id !== member.id);
  const place = layout([...others, { ...member, circle: null }], [], 'circle').get(member.id);
  return place ? toFraction(place) : null;
}
