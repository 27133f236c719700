// Family lines that nobody recorded, and that the relations of people to the client imply.
import type { Partnership } from '$generated/Partnership';
import type { Kin, Source } from './kin';
import { BLOOD, type Line, type Unions } from './unions';
import { CLIENT } from '../view';

/**
 * Returns the lines that relations imply if none was recorded: a mother is a parent of the client, and so on.
 */
export function assume(
  view: Source,
  kin: Map<string, Kin>,
  partnerships: Partnership[],
  parentages: Line[],
  unions: Unions,
): Line[] {
  const related = (relation: string) =>
    view.people.filter((person) => person.relation === relation).map((person) => person.id);
  const hasParents = new Set(parentages.map((line) => line.child));
  const assumed: Line[] = [];
  const add = (parent: string, child: string) => assumed.push({ parent, child, descent: 'unknown' });

  for (const id of related('partner')) {
    const recorded = partnerships.some(
      (one) => [one.a, one.b].includes(id) && [one.a, one.b].includes(CLIENT),
    );
    if (!recorded) unions.of([CLIENT, id]);
  }
  const recordedParents = parentages.filter((line) => line.child === CLIENT);
  for (const id of related('parent'))
    if (!recordedParents.some((line) => line.parent === id)) add(id, CLIENT);

  const partners = unions.partnersOf(CLIENT);
  for (const id of related('child')) {
    if (hasParents.has(id)) continue;
    add(CLIENT, id);
    if (partners.length === 1 && partners[0] !== undefined) add(partners[0], id);
  }

  const siblings = related('sibling').filter((id) => !hasParents.has(id));
  const shared = parentsOfClient(recordedParents, assumed, unions, kin);
  for (const id of siblings) for (const parent of shared) add(parent, id);
  if (siblings.length && !shared.length) {
    const children = [CLIENT, ...siblings].map((id) => ({ id, descent: 'unknown' as const }));
    unions.of([], { children });
  }
  return assumed;
}

/**
 * Returns the two parents whom brothers and sisters share with the client: parents by birth, if that is
 * known.
 */
function parentsOfClient(recorded: Line[], assumed: Line[], unions: Unions, kin: Map<string, Kin>): string[] {
  const own = [...recorded, ...assumed.filter((line) => line.child === CLIENT)];
  const blood = BLOOD.flatMap((descent) => own.filter((line) => line.descent === descent));
  const found = (blood.length ? blood : own).map((line) => line.parent);
  const first = found[0];
  if (first === undefined) return [];
  const partner = found.find((id) => unions.partnersOf(first).includes(id));
  const other =
    partner ?? found.find((id) => id !== first && kin.get(id)?.gender !== kin.get(first)?.gender) ?? found[1];
  return other === undefined ? [first] : [first, other];
}

function parentIds(unions: Unions, child: string): string[] {
  const own = unions.all.filter((union) => union.children.some((one) => one.id === child));
  return own.flatMap((union) => union.partners);
}

/**
 * Puts grandparents without a line above the parents. With two parents, it is not known whose parents they
 * are.
 */
export function addGrandparents(
  view: Source,
  kin: Map<string, Kin>,
  parentages: Line[],
  unions: Unions,
): void {
  const isParent = new Set(parentages.map((line) => line.parent));
  const waiting = view.people
    .filter((person) => person.relation === 'grandparent' && !isParent.has(person.id))
    .map((person) => person.id);
  const parents = [...new Set(parentIds(unions, CLIENT))].filter((id) => kin.has(id));
  const done = new Set<string>();
  for (const id of waiting) {
    if (done.has(id)) continue;
    const partner = unions.partnersOf(id).find((other) => waiting.includes(other) && !done.has(other));
    const pair = partner ? [id, partner] : [id];
    pair.forEach((one) => done.add(one));
    const below = parents.length ? parents : [CLIENT];
    const more = {
      toOneOf: true,
      depth: parents.length ? 1 : 2,
      children: below.map((child) => ({ id: child, descent: 'unknown' as const })),
    };
    const union = unions.of(pair, more);
    union.partnership =
      unions.all.find((other) => other !== union && other.partners.join() === union.partners.join())
        ?.partnership ?? null;
  }
}

/**
 * Puts grandchildren without a line below the children. With several children, it is not known whose children
 * they are.
 */
export function addGrandchildren(view: Source, parentages: Line[], unions: Unions): void {
  const hasParents = new Set(parentages.map((line) => line.child));
  const waiting = view.people.filter(
    (person) => person.relation === 'grandchild' && !hasParents.has(person.id),
  );
  if (!waiting.length) return;
  const own = unions.all.filter((union) => union.partners.includes(CLIENT));
  const children = [...new Set(own.flatMap((union) => union.children.map((child) => child.id)))];
  const [only] = children;
  const born = waiting.map((person) => ({ id: person.id, descent: 'unknown' as const }));
  if (only === undefined) unions.of([], { among: [CLIENT], depth: 2, children: born });
  else if (children.length === 1) {
    const couple = unions.all.find((union) => union.partners.length === 2 && union.partners.includes(only));
    (couple ?? unions.of([only])).children.push(...born);
  } else unions.of([], { among: children, children: born });
}
