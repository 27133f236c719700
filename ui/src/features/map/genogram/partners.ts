// Partners beside each other in a row of a genogram.
import type { Family, Union } from './kin';

/** Partners beside each other, from left to right, or one person without a partner. */
export type Block = { people: string[]; row: number };

export function blocksOf(family: Family, row: Map<string, number>): Block[] {
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
 * Returns a person with the partners in a row: earlier ones to the left, the last one to the right, a man
 * left of a woman.
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
