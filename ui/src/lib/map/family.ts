// Who belongs to the family, and which unions hold it together: what was recorded, and what a relation alone tells.
import type { DossierView } from '../generated/DossierView';
import type { Partnership } from '../generated/Partnership';
import type { Position } from '../generated/Position';

/** The client among the ids of people: the record writes a `Relative` so. */
export const CLIENT = 'client';

export type Kin = {
  id: string;
  name: string;
  relation: string | null;
  gender: string | null;
  born: string | null;
  died: string | null;
  deceased: boolean;
  /** Where a hand put them, in fractions of the map. */
  place: Position | null;
};

/** How a child came to a union; `unsaid` where a line was recorded without its kind, `unknown` where there is no line. */
export type Descent = 'birth' | 'unsaid' | 'unknown' | 'adopted' | 'foster' | 'step';

/** A couple, a single parent, or parents of whom nothing is known; with their children. */
export type Union = {
  id: string;
  /** Two, one or none. */
  partners: string[];
  /** What was recorded about the two; nothing where only a relation or shared children tell of them. */
  partnership: Pick<Partnership, 'kind' | 'since' | 'separated' | 'divorced'> | null;
  children: { id: string; descent: Descent }[];
  /** It is not known which one of the children the line leads to, as with a grandparent. */
  toOneOf: boolean;
  /** One of these is the parent, it is not known which, as with a grandchild. */
  among: string[];
  /** How many generations the children stand lower. */
  depth: number;
};

export type Family = {
  kin: Map<string, Kin>;
  unions: Union[];
  /** Relatives of whom no line is known: an aunt, a nephew. */
  beside: string[];
  /** People outside the family. */
  others: string[];
};

export type Source = Pick<DossierView, 'profile' | 'people' | 'partnerships' | 'parentages'>;
type Line = { parent: string; child: string; descent: Descent };

const CLOSE = ['partner', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'];
/** What may be descent by blood, the surest first. */
const BLOOD: Descent[] = ['birth', 'unsaid', 'unknown'];
const CHOSEN: Descent[] = ['adopted', 'foster', 'step'];

export function family(view: Source): Family {
  const everybody = new Map(allKin(view).map((kin) => [kin.id, kin]));
  const unions = new Unions(everybody);
  const partnerships = view.partnerships.filter((one) => one.a && one.b && everybody.has(one.a) && everybody.has(one.b));
  const parentages = view.parentages.flatMap(({ parent, child, kind }): Line[] =>
    parent && child && everybody.has(parent) && everybody.has(child) ? [{ parent, child, descent: descentOf(kind) }] : [],
  );
  for (const one of partnerships) unions.couple(one.a ?? '', one.b ?? '', one);
  const assumed = assume(view, everybody, partnerships, parentages, unions);
  unions.descend([...parentages, ...assumed]);
  addGrandparents(view, everybody, parentages, unions);
  addGrandchildren(view, parentages, unions);

  const kin = inFamily(everybody, unions.all);
  const beside = view.people.filter((person) => person.relation === 'family' && !kin.has(person.id)).map((person) => person.id);
  for (const id of beside) kin.add(id);
  return {
    kin: new Map([...everybody].filter(([id]) => kin.has(id))),
    unions: unions.all.filter((union) => [...union.partners, ...union.children.map((child) => child.id)].every((id) => kin.has(id))),
    beside,
    others: view.people.filter((person) => !kin.has(person.id)).map((person) => person.id),
  };
}

function allKin(view: Source): Kin[] {
  const { profile } = view;
  const born = profile.birth_year ? String(profile.birth_year).padStart(4, '0') : null;
  const client = { id: CLIENT, name: profile.name, relation: null, gender: profile.gender, born, died: null, deceased: false, place: null };
  const people = view.people.map(({ id, name, relation, gender, born, died, life, genogram }) => {
    return { id, name, relation, gender, born, died, deceased: life === 'deceased' || died !== null, place: genogram };
  });
  return [client, ...people];
}

/** The unions of a family as they are found; a couple or a single parent is one union, whoever is their child. */
class Unions {
  readonly all: Union[] = [];
  readonly #byPartners = new Map<string, Union>();

  constructor(readonly kin: Map<string, Kin>) {}

  of(partners: string[], more: Partial<Union> = {}): Union {
    const sorted = [...partners].sort();
    const key = sorted.join('+');
    const there = partners.length && !more.toOneOf ? this.#byPartners.get(key) : undefined;
    if (there) return there;
    const id = partners.length && !more.toOneOf ? key : `${key}#${this.all.length}`;
    const union: Union = { id, partners: sorted, partnership: null, children: [], toOneOf: false, among: [], depth: 1, ...more };
    this.all.push(union);
    if (!more.toOneOf) this.#byPartners.set(key, union);
    return union;
  }

  /** Who married each other twice is one couple: what lasts, or began last, is what is drawn. */
  couple(a: string, b: string, partnership: Partnership): void {
    const union = this.of([a, b]);
    const weight = (one: Union['partnership']) => (one ? `${one.separated || one.divorced ? 0 : 1}${one.since ?? ''}` : '');
    if (weight(partnership) >= weight(union.partnership)) union.partnership = partnership;
  }

  partnersOf(id: string): string[] {
    return this.all.filter((union) => union.partners.length === 2 && union.partners.includes(id)).flatMap((union) => union.partners.filter((one) => one !== id));
  }

  /** Brings lines of descent together: a child's two parents by birth are one union, so are those who adopted it. */
  descend(lines: Line[]): void {
    for (const [child, own] of groupBy(lines, (line) => line.child)) {
      const parents = own.map((line) => line.parent);
      for (const descents of [BLOOD, ...CHOSEN.map((descent) => [descent])]) {
        let left = descents.flatMap((descent) => own.filter((line) => line.descent === descent));
        left = left.filter((line, index) => left.findIndex((other) => other.parent === line.parent) === index);
        while (left[0]) {
          const pair = this.#pair(left.map((line) => line.parent), parents, descents === BLOOD);
          const union = this.of(pair);
          if (!union.children.some((other) => other.id === child)) union.children.push({ id: child, descent: left[0].descent });
          left = left.filter((line) => !pair.includes(line.parent));
        }
      }
    }
  }

  /** The parents among `left` who share a union: two partners, else a woman and a man, else any two. */
  #pair(left: string[], parents: string[], blood: boolean): string[] {
    const [first = '', ...rest] = left;
    const partners = this.partnersOf(first);
    const gender = this.kin.get(first)?.gender;
    const other = rest.find((one) => partners.includes(one)) ?? rest.find((one) => this.kin.get(one)?.gender !== gender) ?? rest[0];
    if (other !== undefined) return [first, other];
    // A stepfather's line hangs on his union with the mother.
    const beside = blood ? undefined : parents.find((parent) => partners.includes(parent));
    return beside === undefined ? [first] : [first, beside];
  }
}

function descentOf(kind: string | null): Descent {
  return [...BLOOD, ...CHOSEN].find((descent) => descent === kind) ?? 'unsaid';
}

function groupBy<T>(all: T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** What a relation tells where no line was recorded: a mother is a parent of the client, and so on. */
function assume(view: Source, kin: Map<string, Kin>, partnerships: Partnership[], parentages: Line[], unions: Unions): Line[] {
  const related = (relation: string) => view.people.filter((person) => person.relation === relation).map((person) => person.id);
  const hasParents = new Set(parentages.map((line) => line.child));
  const assumed: Line[] = [];
  const add = (parent: string, child: string) => assumed.push({ parent, child, descent: 'unknown' });

  for (const id of related('partner')) {
    const recorded = partnerships.some((one) => [one.a, one.b].includes(id) && [one.a, one.b].includes(CLIENT));
    if (!recorded) unions.of([CLIENT, id]);
  }
  const recordedParents = parentages.filter((line) => line.child === CLIENT);
  for (const id of related('parent')) if (!recordedParents.some((line) => line.parent === id)) add(id, CLIENT);

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

/** The two parents whom brothers and sisters share: by birth where that is known. */
function parentsOfClient(recorded: Line[], assumed: Line[], unions: Unions, kin: Map<string, Kin>): string[] {
  const own = [...recorded, ...assumed.filter((line) => line.child === CLIENT)];
  const blood = BLOOD.flatMap((descent) => own.filter((line) => line.descent === descent));
  const found = (blood.length ? blood : own).map((line) => line.parent);
  const first = found[0];
  if (first === undefined) return [];
  const partner = found.find((id) => unions.partnersOf(first).includes(id));
  const other = partner ?? found.find((id) => id !== first && kin.get(id)?.gender !== kin.get(first)?.gender) ?? found[1];
  return other === undefined ? [first] : [first, other];
}

function parentIds(unions: Unions, child: string): string[] {
  const own = unions.all.filter((union) => union.children.some((one) => one.id === child));
  return own.flatMap((union) => union.partners);
}

/** Grandparents without a line stand above the parents; with two parents it is not known on whose side. */
function addGrandparents(view: Source, kin: Map<string, Kin>, parentages: Line[], unions: Unions): void {
  const isParent = new Set(parentages.map((line) => line.parent));
  const waiting = view.people.filter((person) => person.relation === 'grandparent' && !isParent.has(person.id)).map((person) => person.id);
  const parents = [...new Set(parentIds(unions, CLIENT))].filter((id) => kin.has(id));
  const done = new Set<string>();
  for (const id of waiting) {
    if (done.has(id)) continue;
    const partner = unions.partnersOf(id).find((other) => waiting.includes(other) && !done.has(other));
    const pair = partner ? [id, partner] : [id];
    pair.forEach((one) => done.add(one));
    const below = parents.length ? parents : [CLIENT];
    const more = { toOneOf: true, depth: parents.length ? 1 : 2, children: below.map((child) => ({ id: child, descent: 'unknown' as const })) };
    const union = unions.of(pair, more);
    union.partnership = unions.all.find((other) => other !== union && other.partners.join() === union.partners.join())?.partnership ?? null;
  }
}

/** Grandchildren without a line hang below the children; with several children it is not known below whom. */
function addGrandchildren(view: Source, parentages: Line[], unions: Unions): void {
  const hasParents = new Set(parentages.map((line) => line.child));
  const waiting = view.people.filter((person) => person.relation === 'grandchild' && !hasParents.has(person.id));
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

/** The client's tree, and trees beside it: a family from a file of which nobody said yet where the client stands in it. */
function inFamily(kin: Map<string, Kin>, unions: Union[]): Set<string> {
  const found = new Set<string>();
  for (const start of [CLIENT, ...kin.keys()]) {
    if (found.has(start)) continue;
    const tree = connected(start, unions);
    const outside = [...tree].every((id) => {
      const relation = kin.get(id)?.relation;
      return id !== CLIENT && relation !== null && relation !== undefined && relation !== 'family' && !CLOSE.includes(relation);
    });
    if (tree.has(CLIENT) || (tree.size > 1 && !outside)) for (const id of tree) found.add(id);
  }
  return found;
}

function connected(start: string, unions: Union[]): Set<string> {
  const seen = new Set([start]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const union of unions) {
      const all = [...union.partners, ...union.among, ...union.children.map((child) => child.id)];
      if (!all.includes(id)) continue;
      for (const other of all) {
        if (seen.has(other)) continue;
        seen.add(other);
        open.push(other);
      }
    }
  }
  return seen;
}
