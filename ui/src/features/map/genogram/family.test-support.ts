// Invented families for the tests of the genogram, which read like a story.
import type { DossierView } from '$generated/DossierView';
import type { Parentage } from '$generated/Parentage';
import type { Partnership } from '$generated/Partnership';
import type { Person } from '$generated/Person';

export type FamilyView = Pick<DossierView, 'profile' | 'people' | 'partnerships' | 'parentages' | 'ties'>;

/** A family that grows with each sentence about it. The name of a person is also the id. */
export class Told {
  readonly #people: Person[] = [];
  readonly #partnerships: Partnership[] = [];
  readonly #parentages: Parentage[] = [];
  readonly #ties: DossierView['ties'] = [];
  #client = { name: 'Aaltje Bos', gender: 'woman' as string | null, birth_year: 1952 as number | null };

  client(more: Partial<{ name: string; gender: string | null; birth_year: number | null }>): this {
    this.#client = { ...this.#client, ...more };
    return this;
  }

  person(id: string, more: Partial<Person> = {}): this {
    this.#people.push({ ...STRANGER, id, name: id, ...more });
    return this;
  }

  man(id: string, born: string | null = null, more: Partial<Person> = {}): this {
    return this.person(id, { gender: 'man', born, ...more });
  }

  woman(id: string, born: string | null = null, more: Partial<Person> = {}): this {
    return this.person(id, { gender: 'woman', born, ...more });
  }

  couple(a: string, b: string, more: Partial<Partnership> = {}): this {
    const id = `s${this.#partnerships.length}`;
    this.#partnerships.push({
      id,
      a,
      b,
      kind: 'married',
      since: null,
      separated: null,
      divorced: null,
      origin: null,
      ...more,
    });
    return this;
  }

  child(child: string, parents: string[], kind: string | null = 'birth'): this {
    for (const parent of parents)
      this.#parentages.push({ id: `k${this.#parentages.length}`, parent, child, kind, origin: null });
    return this;
  }

  tie(a: string, b: string, quality: string): this {
    const id = `t${this.#ties.length}`;
    this.#ties.push({ id, a, b, kind: null, strength: null, quality, energy: null, origin: null });
    return this;
  }

  view(): FamilyView {
    const profile = { ...PROFILE, ...this.#client };
    return {
      profile,
      people: this.#people,
      partnerships: this.#partnerships,
      parentages: this.#parentages,
      ties: this.#ties,
    };
  }
}

/**
 * Returns a family of `count` people in five generations, the client among them: couples with up to four
 * children each.
 */
export function largeFamily(count: number): FamilyView {
  const told = new Told();
  let [made, seed] = [1, 7];
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const add = (sex: 'man' | 'woman', year: number) => {
    const id = `${sex}-${made++}`;
    told[sex](id, String(year));
    return id;
  };
  let generation = Array.from({ length: 4 }, (_, i): [string, string] => [
    add('man', 1900 + i),
    add('woman', 1902 + i),
  ]);
  for (let depth = 1; depth < 5 && made < count; depth += 1) {
    const next: [string, string][] = [];
    const children: { id: string; sex: 'man' | 'woman'; of: number }[] = [];
    generation.forEach((couple, index) => {
      told.couple(couple[0], couple[1], { since: String(1898 + depth * 26) });
      const born = 1 + Math.floor(random() * 3.6);
      for (let i = 0; i < born && made < count; i += 1) {
        const sex = random() < 0.5 ? 'man' : 'woman';
        const id = depth === 3 && children.length === 2 ? 'client' : add(sex, 1900 + depth * 26 + i * 2);
        told.child(id, couple);
        children.push({ id, sex: id === 'client' ? 'woman' : sex, of: index });
      }
    });
    while (children.length) {
      const one = children.shift();
      if (!one) break;
      // Some marry across families, most marry somebody from outside.
      const match =
        random() < 0.2 ? children.findIndex((other) => other.of !== one.of && other.sex !== one.sex) : -1;
      const partner =
        match < 0
          ? made < count && random() < 0.8
            ? add(one.sex === 'man' ? 'woman' : 'man', 1900 + depth * 26)
            : null
          : (children.splice(match, 1)[0]?.id ?? null);
      if (partner) next.push(one.sex === 'man' ? [one.id, partner] : [partner, one.id]);
    }
    generation = next;
  }
  generation.forEach(([a, b]) => told.couple(a, b));
  for (let i = 0; made < count; i += 1) {
    const couple = generation[i % generation.length];
    if (couple) told.child(add('woman', 2028 + i), couple);
  }
  return told.view();
}

const STRANGER: Omit<Person, 'id' | 'name'> = {
  relation: null,
  sector: null,
  ring: null,
  ecogram: null,
  circle: null,
  sociogram: null,
  genogram: null,
  group: null,
  age: null,
  gender: null,
  civil_status: null,
  work: null,
  schooling: null,
  travel: null,
  frequency: null,
  channel: null,
  initiative: null,
  gives: [],
  receives: [],
  quality: null,
  strength: null,
  energy: null,
  carer_roles: [],
  life: null,
  born: null,
  died: null,
  own_dossier: null,
  contact: null,
  remark: '',
  origin: null,
};

const PROFILE: Omit<DossierView['profile'], 'name' | 'gender' | 'birth_year'> = {
  id: 'd',
  household: null,
  languages: null,
  district: null,
  story: '',
  method: null,
  step: null,
  status: null,
  carer_in: null,
  example: true,
  called_intimates: null,
  called_friends: null,
  called_acquaintances: null,
  called_services: null,
  called_family: null,
  called_fellow_clients: null,
  called_professionals: null,
  called_society: null,
};
