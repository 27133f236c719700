// The family of a client: its members and the unions between them, from recorded lines and from relations.
import { addGrandchildren, addGrandparents, assume } from './assumed';
import type { Family, Kin, Source, Union } from './kin';
import { type Line, Unions, descentOf } from './unions';
import { CLIENT } from '../view';

const CLOSE = ['partner', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'];

export function family(view: Source): Family {
  const everybody = new Map(allKin(view).map((kin) => [kin.id, kin]));
  const unions = new Unions(everybody);
  const partnerships = view.partnerships.filter(
    (one) => one.a && one.b && everybody.has(one.a) && everybody.has(one.b),
  );
  const parentages = view.parentages.flatMap(({ parent, child, kind }): Line[] =>
    parent && child && everybody.has(parent) && everybody.has(child)
      ? [{ parent, child, descent: descentOf(kind) }]
      : [],
  );
  for (const one of partnerships) unions.couple(one.a ?? '', one.b ?? '', one);
  const assumed = assume(view, everybody, partnerships, parentages, unions);
  unions.descend([...parentages, ...assumed]);
  addGrandparents(view, everybody, parentages, unions);
  addGrandchildren(view, parentages, unions);

  const kin = inFamily(everybody, unions.all);
  const beside = view.people
    .filter((person) => person.relation === 'family' && !kin.has(person.id))
    .map((person) => person.id);
  for (const id of beside) kin.add(id);
  return {
    kin: new Map([...everybody].filter(([id]) => kin.has(id))),
    unions: unions.all.filter((union) =>
      [...union.partners, ...union.children.map((child) => child.id)].every((id) => kin.has(id)),
    ),
    beside,
    others: view.people.filter((person) => !kin.has(person.id)).map((person) => person.id),
  };
}

function allKin(view: Source): Kin[] {
  const { profile } = view;
  const born = profile.birth_year ? String(profile.birth_year).padStart(4, '0') : null;
  const client = {
    id: CLIENT,
    name: profile.name,
    relation: null,
    gender: profile.gender,
    born,
    died: null,
    deceased: false,
    place: null,
  };
  const people = view.people.map(({ id, name, relation, gender, born, died, life, genogram }) => {
    return {
      id,
      name,
      relation,
      gender,
      born,
      died,
      deceased: life === 'deceased' || died !== null,
      place: genogram,
    };
  });
  return [client, ...people];
}

/**
 * Returns the people of the client's tree, and of other trees: the client may be in none of a family from a
 * file yet.
 */
function inFamily(kin: Map<string, Kin>, unions: Union[]): Set<string> {
  const found = new Set<string>();
  for (const start of [CLIENT, ...kin.keys()]) {
    if (found.has(start)) continue;
    const tree = connected(start, unions);
    const outside = [...tree].every((id) => {
      const relation = kin.get(id)?.relation;
      return (
        id !== CLIENT &&
        relation !== null &&
        relation !== undefined &&
        relation !== 'family' &&
        !CLOSE.includes(relation)
      );
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
