// The generations of a family: everybody is in a row with partners, above children and below parents.
import type { Family, Union } from './kin';
import { CLIENT } from '../view';

/**
 * Returns the generation of everybody, counted from the top. Partners share one, and children are in a lower
 * one.
 */
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

/** Returns generations relative to one person, moved down so that every child is below its parents. */
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
 * Moves people down until every child is below its parents. Returns `null` if that never ends, as with
 * somebody who is their own ancestor.
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
