// The rows of a genogram, one for each generation, and the order in each: partners beside each other, the oldest child
// first. A library for layered graphs (dagre) was tried: it knows neither couples nor the order of birth, and with both
// corrected its lines are a tenth longer than those of a walk through the family, in twice the time.
import type { Family, Union } from './kin';
import { CLIENT } from '../view';

/** Partners beside each other, from left to right, or one person without a partner. */
export type Block = { people: string[]; row: number };

/** Returns the generation of everybody, counted from the top. Partners share one, and children are in a lower one. */
export function rows(family: Family): Map<string, number> {
  const found = new Map<string, number>();
  for (const start of [CLIENT, ...family.kin.keys()]) {
    if (found.has(start) || family.beside.includes(start)) continue;
    const tree = spread(start, family.unions);
    const top = Math.min(...tree.values());
    // A separate tree begins in the same row as the client's.
    const shift = start === CLIENT ? 0 : Math.min(...found.values()) - top;
    for (const [id, row] of tree) found.set(id, row + shift);
  }
  for (const id of family.beside) found.set(id, found.get(CLIENT) ?? 0);
  const top = Math.min(...found.values());
  return new Map([...found].map(([id, row]) => [id, row - top]));
}

/** Returns generations relative to one person, moved down where a child would not be below its parents. */
function spread(start: string, unions: Union[]): Map<string, number> {
  const seen = new Map([[start, 0]]);
  const open = [start];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const row = seen.get(id) ?? 0;
    const meet = (other: string, at: number) => {
      if (seen.has(other)) return;
      seen.set(other, at);
      open.push(other);
    };
    for (const union of unions) {
      const above = [...union.partners, ...union.among];
      if (above.includes(id)) {
        for (const other of above) meet(other, row);
        for (const child of union.children) meet(child.id, row + union.depth);
      }
      if (union.children.some((child) => child.id === id)) {
        for (const parent of above) meet(parent, row - union.depth);
        for (const child of union.children) meet(child.id, row);
      }
    }
  }
  const own = unions.filter((union) =>
    [...union.partners, ...union.among, ...union.children.map((child) => child.id)].some((id) =>
      seen.has(id),
    ),
  );
  return settled(seen, own) ?? seen;
}

/**
 * Moves people down until every child is below its parents. Returns nothing where that never ends, as with somebody
 * who is their own ancestor.
 */
function settled(from: Map<string, number>, unions: Union[]): Map<string, number> | null {
  const row = new Map(from);
  for (let round = 0; round <= from.size; round += 1) {
    let moved = false;
    const lower = (id: string, to: number) => {
      if ((row.get(id) ?? to) >= to) return;
      row.set(id, to);
      moved = true;
    };
    for (const union of unions) {
      const at = Math.max(...union.partners.map((id) => row.get(id) ?? 0));
      for (const id of union.partners) lower(id, at);
      if (union.partners.length) for (const child of union.children) lower(child.id, at + union.depth);
    }
    if (!moved) return row;
  }
  return null;
}

/** Returns everybody in blocks, row by row and from left to right. */
export function ordered(family: Family, row: Map<string, number>): Block[][] {
  const blocks = partnersTogether(family, row);
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
    // The rows above have moved meanwhile: people with parents there follow, and others stay beside their neighbour.
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

function partnersTogether(family: Family, row: Map<string, number>): Block[] {
  const couples = family.unions.filter((union) => union.partners.length === 2 && !union.toOneOf);
  const own = (id: string) =>
    couples.filter(
      (union) => union.partners.includes(id) && new Set(union.partners.map((one) => row.get(one))).size === 1,
    );
  const done = new Set<string>();
  const isChild = new Set(family.unions.flatMap((union) => union.children.map((child) => child.id)));
  const weight = (id: string) => own(id).length * 2 + (isChild.has(id) ? 1 : 0);
  return [...family.kin.keys()]
    .sort((a, b) => weight(b) - weight(a))
    .flatMap((id) => (done.has(id) ? [] : [{ people: chain(id, own, family, done), row: row.get(id) ?? 0 }]));
}

/**
 * Returns a person with the partners in a row: earlier ones to the left, the last one to the right, a man left of a
 * woman.
 */
function chain(centre: string, own: (id: string) => Union[], family: Family, done: Set<string>): string[] {
  done.add(centre);
  const partners = (id: string) => {
    const rank = (union: Union) =>
      `${union.partnership?.separated || union.partnership?.divorced ? 0 : 1}${union.partnership?.since ?? '~'}`;
    const sorted = [...own(id)].sort((a, b) => rank(a).localeCompare(rank(b)));
    return sorted.flatMap((union) => union.partners).filter((other) => other !== id && !done.has(other));
  };
  const around = [...new Set(partners(centre))];
  around.forEach((id) => done.add(id));
  const outward = (id: string): string[] => {
    const further = [...new Set(partners(id))];
    further.forEach((one) => done.add(one));
    return [id, ...further.flatMap(outward)];
  };
  const last = around.pop();
  const left = around.flatMap((id) => outward(id).reverse());
  if (last === undefined) return [centre];
  const right = outward(last);
  const gender = (id: string) => family.kin.get(id)?.gender;
  const swap =
    !left.length &&
    (gender(last) === 'man'
      ? gender(centre) !== 'man'
      : gender(centre) === 'woman' && gender(last) !== 'woman');
  return swap ? [...right.reverse(), centre] : [...left, centre, ...right];
}

/** Walks through a tree: it visits the parents of a person before the person, and the children after. */
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

/** Returns the people of each tree, the client's first. */
export function trees(family: Family): string[][] {
  const done = new Set<string>(family.beside);
  const found: string[][] = [];
  for (const start of [CLIENT, ...family.kin.keys()]) {
    if (done.has(start)) continue;
    const tree = [...spread(start, family.unions).keys()];
    tree.forEach((id) => done.add(id));
    found.push(tree);
  }
  return found;
}
