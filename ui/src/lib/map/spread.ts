// Places from left to right in the rows of a genogram, once the order in each row is known.
import type { Family } from './family';
import { type Block, trees } from './generations';
import { COLUMN } from './genogram-measure';

/** More room between neighbours who have no parents in common. */
const STRANGERS = 46;
const ROUNDS = 48;

/** What should stand in the middle of what, by index: children, and those whom they hang under. */
type Wish = { above: number[]; children: number[] };
type Placed = { first: number; count: number; under: [Wish, number][]; over: Wish[]; offset: number };

/** Each block as near to under its parents and above its children as its neighbours allow. */
export function spreadOut(family: Family, lanes: Block[][]): Map<string, number> {
  // Numbers stand for people here: this runs some ten thousand times.
  const ids = lanes.flat().flatMap((block) => block.people);
  const index = new Map(ids.map((id, i) => [id, i]));
  const numbers = (some: string[]) => some.flatMap((id) => index.get(id) ?? []);
  const wishes = family.unions.flatMap((union): Wish[] => {
    const wish = { above: numbers(union.partners.length ? union.partners : union.among), children: numbers(union.children.map((child) => child.id)) };
    return wish.above.length && wish.children.length ? [wish] : [];
  });
  const x = new Float64Array(ids.length);
  const parents = parentsOf(family);
  const placed = lanes.map((lane) => {
    let offset = 0;
    return lane.map((block, i): Placed => {
      const own = numbers(block.people);
      const first = own[0] ?? 0;
      if (i) offset += parents(lane[i - 1]).some((one) => parents(block).includes(one)) ? COLUMN : COLUMN + STRANGERS;
      const result = {
        first,
        count: own.length,
        under: own.flatMap((one) => wishes.filter((wish) => wish.children.includes(one)).map((wish): [Wish, number] => [wish, one])),
        over: wishes.filter((wish) => wish.above.some((one) => own.includes(one))),
        offset,
      };
      own.forEach((one, k) => (x[one] = offset + k * COLUMN));
      offset += (own.length - 1) * COLUMN;
      return result;
    });
  });
  // First the branches find each other, then parents stand in the middle of children, in the end children under parents.
  for (let round = 0; round < ROUNDS; round += 1) {
    const late = round > ROUNDS * 0.7;
    for (const lane of placed) settle(lane, x, 1, late ? 0.6 : 0.2);
    for (const lane of [...placed].reverse()) settle(lane, x, late ? 0.6 : 0.2, 1);
  }
  for (const lane of placed) settle(lane, x, 1, 0);
  bringTogether(family, lanes, index, x);
  return new Map(ids.map((id, i) => [id, x[i] ?? 0]));
}

function parentsOf(family: Family): (block: Block | undefined) => string[] {
  const parents = new Map<string, string[]>();
  for (const union of family.unions) for (const child of union.children) parents.set(child.id, [...(parents.get(child.id) ?? []), union.id]);
  return (block) => block?.people.flatMap((id) => parents.get(id) ?? []) ?? [];
}

function middle(some: number[], x: Float64Array): number {
  let sum = 0;
  for (const one of some) sum += x[one] ?? 0;
  return sum / some.length;
}

/** Moves the blocks of a row to where they are drawn, with so much weight to parents and to children. */
function settle(lane: Placed[], x: Float64Array, up: number, down: number): void {
  const wished = lane.map((block) => {
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
    return { at: sum / weight - block.offset, weight };
  });
  const settled = inSequence(wished);
  lane.forEach((block, i) => {
    for (let k = 0; k < block.count; k += 1) x[block.first + k] = (settled[i] ?? 0) + block.offset + k * COLUMN;
  });
}

/** The rising numbers that differ least from what was wished (pool adjacent violators). */
function inSequence(wishes: { at: number; weight: number }[]): number[] {
  const pools: { at: number; weight: number; count: number }[] = [];
  for (const wish of wishes) {
    let pool = { ...wish, count: 1 };
    for (let last = pools.at(-1); last && last.at > pool.at; last = pools.at(-1)) {
      pools.pop();
      const weight = last.weight + pool.weight;
      pool = { at: (last.at * last.weight + pool.at * pool.weight) / weight, weight, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => Array<number>(pool.count).fill(pool.at));
}

/** Moves trees that have no line to each other, and relatives without any line, up to their neighbour on the left. */
function bringTogether(family: Family, lanes: Block[][], index: Map<string, number>, x: Float64Array): void {
  const row = new Map(lanes.flatMap((lane, r) => lane.flatMap((block) => block.people.map((id) => [id, r] as const))));
  const right: number[] = [];
  for (const tree of [...trees(family), ...family.beside.map((id) => [id])]) {
    const at = (id: string) => x[index.get(id) ?? 0] ?? 0;
    const room = tree.map((id) => at(id) - (right[row.get(id) ?? 0] ?? Number.NEGATIVE_INFINITY) - COLUMN - STRANGERS);
    const slack = Math.min(...room);
    const shift = Number.isFinite(slack) ? slack : 0;
    for (const id of tree) {
      const r = row.get(id) ?? 0;
      x[index.get(id) ?? 0] = at(id) - shift;
    }
    for (const id of tree) right[row.get(id) ?? 0] = Math.max(right[row.get(id) ?? 0] ?? Number.NEGATIVE_INFINITY, at(id));
  }
}
