// The places from left to right in the rows of a genogram, whose order is known.
import type { Family } from './kin';
import { trees } from './generations';
import type { Block } from './partners';
import { COLUMN } from './measure';

/** The extra room between neighbours who have no parents in common. */
const STRANGERS = 46;
const ROUNDS = 40;

/** A wish that the children are in the middle under `above`, and `above` in the middle over the children. */
type Wish = { above: number[]; children: number[] };
type Placed = { first: number; count: number; under: [Wish, number][]; over: Wish[]; offset: number };

/**
 * Returns the place of everybody. Each block is as near to the middle under its parents and over its children
 * as its neighbours allow.
 */
export function spreadOut(family: Family, lanes: Block[][]): Map<string, number> {
  // People are numbers here because this runs some ten thousand times.
  const ids = lanes.flat().flatMap((block) => block.people);
  const index = new Map(ids.map((id, i) => [id, i]));
  const numbers = (some: string[]) => some.flatMap((id) => index.get(id) ?? []);
  const wishes = family.unions.flatMap((union): Wish[] => {
    const wish = {
      above: numbers(union.partners.length ? union.partners : union.among),
      children: numbers(union.children.map((child) => child.id)),
    };
    return wish.above.length && wish.children.length ? [wish] : [];
  });
  const x = new Float64Array(ids.length);
  const parents = parentsOf(family);
  const placed = lanes.map((lane) => {
    let offset = 0;
    return lane.map((block, i): Placed => {
      const own = numbers(block.people);
      const first = own[0] ?? 0;
      if (i)
        offset += parents(lane[i - 1]).some((one) => parents(block).includes(one))
          ? COLUMN
          : COLUMN + STRANGERS;
      const result = {
        first,
        count: own.length,
        under: own.flatMap((one) =>
          wishes.filter((wish) => wish.children.includes(one)).map((wish): [Wish, number] => [wish, one]),
        ),
        over: wishes.filter((wish) => wish.above.some((one) => own.includes(one))),
        offset,
      };
      own.forEach((one, k) => (x[one] = offset + k * COLUMN));
      offset += (own.length - 1) * COLUMN;
      return result;
    });
  });
  // First the branches of the family come together, then parents move over the middle of their children, and
  // last children move under their parents.
  const upwards = [...placed].reverse();
  for (const [rounds, less] of [
    [ROUNDS, 0.2],
    [ROUNDS / 2, 0.6],
  ] as const) {
    for (let [round, moved] = [0, 1]; round < rounds && moved > 0.5; round += 1) {
      moved = Math.max(
        ...placed.map((lane) => settle(lane, x, 1, less)),
        ...upwards.map((lane) => settle(lane, x, less, 1)),
      );
    }
  }
  for (const lane of placed) settle(lane, x, 1, 0);
  bringTogether(family, lanes, index, x);
  return new Map(ids.map((id, i) => [id, x[i] ?? 0]));
}

function parentsOf(family: Family): (block: Block | undefined) => string[] {
  const parents = new Map<string, string[]>();
  for (const union of family.unions)
    for (const child of union.children) parents.set(child.id, [...(parents.get(child.id) ?? []), union.id]);
  return (block) => block?.people.flatMap((id) => parents.get(id) ?? []) ?? [];
}

function middle(some: number[], x: Float64Array): number {
  let sum = 0;
  for (const one of some) sum += x[one] ?? 0;
  return sum / some.length;
}

/**
 * Moves the blocks of a row towards parents, with weight `up`, and children, with weight `down`. Returns the
 * longest distance that a block moved.
 */
function settle(lane: Placed[], x: Float64Array, up: number, down: number): number {
  const [wished, weights] = [new Float64Array(lane.length), new Float64Array(lane.length)];
  lane.forEach((block, i) => {
    const now = x[block.first] ?? 0;
    let [sum, weight] = [now * 0.02, 0.02];
    for (const [wish, child] of block.under) {
      sum += (now + middle(wish.above, x) - (x[child] ?? 0)) * up;
      weight += up;
    }
    for (const wish of block.over) {
      sum += (now + middle(wish.children, x) - middle(wish.above, x)) * down;
      weight += down;
    }
    wished[i] = sum / weight - block.offset;
    weights[i] = weight;
  });
  makeRising(wished, weights);
  let furthest = 0;
  lane.forEach((block, i) => {
    const at = (wished[i] ?? 0) + block.offset;
    furthest = Math.max(furthest, Math.abs(at - (x[block.first] ?? 0)));
    for (let k = 0; k < block.count; k += 1) x[block.first + k] = at + k * COLUMN;
  });
  return furthest;
}

/** Replaces numbers by the rising ones that differ least from them, by weight (pool adjacent violators). */
function makeRising(numbers: Float64Array, weights: Float64Array): void {
  const ends = new Int32Array(numbers.length);
  let pools = 0;
  for (let i = 0; i < numbers.length; i += 1) {
    // The mean and the weight of a pool are saved under the number of the pool.
    let [at, weight] = [numbers[i] ?? 0, weights[i] ?? 0];
    for (; pools > 0 && (numbers[pools - 1] ?? 0) > at; pools -= 1) {
      const [before, own] = [numbers[pools - 1] ?? 0, weights[pools - 1] ?? 0];
      at = (before * own + at * weight) / (own + weight);
      weight += own;
    }
    numbers[pools] = at;
    weights[pools] = weight;
    ends[pools] = i;
    pools += 1;
  }
  const means = numbers.slice(0, pools);
  for (let pool = pools - 1; pool >= 0; pool -= 1)
    numbers.fill(means[pool] ?? 0, pool ? (ends[pool - 1] ?? 0) + 1 : 0, (ends[pool] ?? 0) + 1);
}

/** Moves separate trees, and relatives without any line, next to their neighbour on the left. */
function bringTogether(family: Family, lanes: Block[][], index: Map<string, number>, x: Float64Array): void {
  const row = new Map(
    lanes.flatMap((lane, r) => lane.flatMap((block) => block.people.map((id) => [id, r] as const))),
  );
  const right: number[] = [];
  for (const tree of [...trees(family), ...family.beside.map((id) => [id])]) {
    const at = (id: string) => x[index.get(id) ?? 0] ?? 0;
    const room = tree.map(
      (id) => at(id) - (right[row.get(id) ?? 0] ?? Number.NEGATIVE_INFINITY) - COLUMN - STRANGERS,
    );
    const slack = Math.min(...room);
    const shift = Number.isFinite(slack) ? slack : 0;
    for (const id of tree) x[index.get(id) ?? 0] = at(id) - shift;
    for (const id of tree) {
      const r = row.get(id) ?? 0;
      right[r] = Math.max(right[r] ?? Number.NEGATIVE_INFINITY, at(id));
    }
  }
}
