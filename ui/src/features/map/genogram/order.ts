// The order in each row of a genogram: partners beside each other, the oldest child first. A library for
// layered graphs (dagre) was tried: it knows neither couples nor the order of birth, and with both corrected
// its lines are a tenth longer than those of a walk through the family, in twice the time.
import { trees } from './generations';
import type { Family, Union } from './kin';
import { type Block, blocksOf } from './partners';

/** Returns everybody in blocks, row by row and from left to right. */
export function ordered(family: Family, row: Map<string, number>): Block[][] {
  const blocks = blocksOf(family, row);
  const older = siblingPairs(family);
  const place = new Map(
    trees(family)
      .flatMap((tree) => walked(family, tree))
      .map((id, i) => [id, i]),
  );
  const lanes: Block[][] = Array.from({ length: Math.max(...row.values()) + 1 }, () => []);
  for (const block of blocks) lanes[block.row]?.push(block);
  const parents = parentsOf(family);
  const across = new Map<string, number>();
  return lanes.map((lane) => {
    const rough = inOrder(
      sorted(lane, (block) => mean(block.people.flatMap((id) => place.get(id) ?? [])) ?? Number.MAX_VALUE),
      blockPairs(lane, older),
    );
    // The rows above have moved meanwhile. People with parents there follow, and others stay beside their
    // neighbour.
    let last = Number.NEGATIVE_INFINITY;
    const keys = new Map<Block, number>();
    for (const block of rough) {
      const above = block.people.flatMap(
        (id) => mean((parents.get(id) ?? []).flatMap((parent) => across.get(parent) ?? [])) ?? [],
      );
      last = mean(above) ?? last;
      keys.set(block, last);
    }
    const own = inOrder(
      sorted(rough, (block) => keys.get(block) ?? 0),
      blockPairs(lane, older),
    );
    own.flatMap((block) => block.people).forEach((id, i, all) => across.set(id, i / all.length));
    return own;
  });
}

function sorted<T>(all: T[], key: (one: T) => number): T[] {
  const keys = new Map(all.map((one) => [one, key(one)]));
  return [...all].sort((a, b) => {
    const [first, second] = [keys.get(a) ?? 0, keys.get(b) ?? 0];
    return first === second ? 0 : first - second;
  });
}

function mean(some: number[]): number | undefined {
  return some.length ? some.reduce((sum, one) => sum + one, 0) / some.length : undefined;
}

function parentsOf(family: Family): Map<string, string[]> {
  const parents = new Map<string, string[]>();
  for (const union of family.unions)
    for (const child of union.children)
      parents.set(child.id, [...(parents.get(child.id) ?? []), ...union.partners, ...union.among]);
  return parents;
}

/** Returns pairs of people as pairs of their blocks. */
function blockPairs(lane: Block[], people: [string, string][]): [Block, Block][] {
  const blockOf = new Map(lane.flatMap((block) => block.people.map((id) => [id, block] as const)));
  return people.flatMap(([a, b]): [Block, Block][] => {
    const [left, right] = [blockOf.get(a), blockOf.get(b)];
    return left && right && left !== right ? [[left, right]] : [];
  });
}

/** Changes the order of `all` as little as the pairs in `before` require. Contradictions change nothing. */
function inOrder<T>(all: T[], before: [T, T][]): T[] {
  const left = [...all];
  const done: T[] = [];
  while (left.length) {
    const free = left.findIndex(
      (one) => !before.some(([first, second]) => second === one && left.includes(first)),
    );
    done.push(...left.splice(Math.max(0, free), 1));
  }
  return done;
}

function pairs(ids: string[]): [string, string][] {
  return ids.slice(1).map((id, index) => [ids[index] ?? id, id]);
}

/** Returns each child with the next younger child of the same parents. */
function siblingPairs(family: Family): [string, string][] {
  return family.unions
    .filter((union) => !union.toOneOf)
    .flatMap((union) =>
      pairs(
        byBirth(
          family,
          union.children.map((child) => child.id),
        ),
      ),
    );
}

/** Sorts people by birth, the oldest first. People without a date keep their place. */
function byBirth(family: Family, ids: string[]): string[] {
  const born = (id: string) => family.kin.get(id)?.born?.replace('~', '') ?? null;
  const known = ids.filter((id) => born(id)).sort((a, b) => (born(a) ?? '').localeCompare(born(b) ?? ''));
  return ids.map((id) => (born(id) ? (known.shift() ?? id) : id));
}

/**
 * Returns the people of a tree in the order of a walk: the parents of a person come first, and the children
 * last.
 */
function walked(family: Family, tree: string[]): string[] {
  const inside = new Set(tree);
  const found: string[] = [];
  const seen = new Set<string>();
  const done = new Set<Union>();
  const visit = (id: string) => {
    if (seen.has(id) || !inside.has(id)) return;
    seen.add(id);
    const own = family.unions.filter((union) => union.partners.includes(id) || union.among.includes(id));
    for (const union of family.unions) if (union.children.some((child) => child.id === id)) go(union);
    found.push(id);
    for (const union of own) go(union);
  };
  const go = (union: Union) => {
    if (done.has(union)) return;
    done.add(union);
    const partners = [...union.partners, ...union.among].sort(
      (a, b) => Number(family.kin.get(b)?.gender === 'man') - Number(family.kin.get(a)?.gender === 'man'),
    );
    for (const id of partners) visit(id);
    for (const id of byBirth(
      family,
      union.children.map((child) => child.id),
    ))
      visit(id);
  };
  tree.forEach(visit);
  return found;
}
