import { describe, expect, it } from 'vitest';
import { Told, largeFamily } from './family.test-support';
import { familyWords } from './family-words';
import { age, genogram } from './genogram';
import { MARK } from './measure';

const parents = () =>
  new Told()
    .man('vader', '1921')
    .woman('moeder', '1925')
    .couple('vader', 'moeder', { since: '1947' })
    .child('client', ['vader', 'moeder']);
const at = (told: Told) => {
  const { places } = genogram(told.view());
  return (id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN };
};
const lines = (told: Told) => genogram(told.view()).drawing;
const kinds = (told: Told) => new Set(lines(told).descents.map((line) => line.kind));

describe('the places in a genogram', () => {
  it('give each of three generations a row of one height, the eldest above', () => {
    const told = parents()
      .man('man')
      .couple('client', 'man')
      .woman('dochter', '1980')
      .child('dochter', ['client', 'man']);
    const place = at(told);
    expect(place('vader').y).toBe(place('moeder').y);
    expect(place('client').y).toBe(place('man').y);
    expect(place('vader').y).toBeLessThan(place('client').y);
    expect(place('client').y).toBeLessThan(place('dochter').y);
  });

  it('put partners beside each other, the man on the left', () => {
    const place = at(
      parents().man('man').couple('client', 'man').woman('zus', '1950').child('zus', ['vader', 'moeder']),
    );
    expect(place('vader').x).toBeLessThan(place('moeder').x);
    expect(place('man').x).toBeLessThan(place('client').x);
  });

  it('put brothers and sisters in order from the eldest to the youngest', () => {
    const told = new Told().man('vader').woman('moeder').couple('vader', 'moeder');
    for (const [id, born] of [
      ['derde', '1955-07'],
      ['eerste', '~1949'],
      ['vierde', '1961'],
      ['tweede', '1955-02-03'],
    ] as const)
      told.woman(id, born).child(id, ['vader', 'moeder']);
    const place = at(told.child('client', ['vader', 'moeder']));
    const sorted = ['eerste', 'client', 'tweede', 'derde', 'vierde'];
    expect([...sorted].sort((a, b) => place(a).x - place(b).x)).toEqual(sorted);
  });

  it('put somebody who married again between both partners, with all children below their own parents', () => {
    const told = new Told()
      .man('eerst')
      .man('nu')
      .couple('client', 'eerst', { since: '1970', divorced: '1980' })
      .couple('client', 'nu', { since: '1985' });
    told.woman('a', '1971').child('a', ['client', 'eerst']).man('b', '1986').child('b', ['client', 'nu']);
    const place = at(told);
    expect(place('eerst').x).toBeLessThan(place('client').x);
    expect(place('client').x).toBeLessThan(place('nu').x);
    expect(place('a').x).toBeLessThan(place('b').x);
    expect(
      lines(told)
        .couples.map((line) => line.strokes.split('M').length - 1)
        .sort(),
    ).toEqual([0, 2]);
  });

  it('keep 150 people of five generations apart, in rows, on a map that grows with them', () => {
    const { places, size, family } = genogram(largeFamily(150));
    expect(family.kin.size).toBe(150);
    expect(new Set([...places.values()].map((place) => place.y)).size).toBe(5);
    const all = [...places.values()];
    for (const [i, one] of all.entries()) {
      expect(one.x > MARK && one.x < size.width - MARK && one.y > MARK && one.y < size.height - MARK).toBe(
        true,
      );
      for (const other of all.slice(i + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(MARK * 4);
    }
    for (const union of family.unions) {
      const [a, b] = union.partners.map((id) => places.get(id)?.x ?? 0);
      if (a !== undefined && b !== undefined) expect(Math.abs(a - b)).toBeLessThan(MARK * 6);
    }
  });

  it('leave people in their places by hand, and put nobody on top of them', () => {
    const told = parents()
      .woman('zus', '1955', { genogram: { x: 0.5, y: 0.5 } })
      .child('zus', ['vader', 'moeder']);
    const { places, size } = genogram(told.view());
    expect(places.get('zus')).toEqual({ x: size.width / 2, y: size.height / 2 });
    for (const [id, place] of places)
      if (id !== 'zus')
        expect(Math.hypot(place.x - size.width / 2, place.y - size.height / 2)).toBeGreaterThan(MARK * 2);
  });

  it('show a family from a file although the client is not in it yet', () => {
    const told = new Told()
      .man('opa')
      .woman('oma')
      .couple('opa', 'oma')
      .man('kind')
      .child('kind', ['opa', 'oma']);
    const { places, family } = genogram(told.view());
    expect(family.others).toEqual([]);
    expect(places.size).toBe(4);
  });

  it('survive a record in which somebody is their own ancestor', () => {
    const told = new Told().man('a').man('b').child('a', ['b']).child('b', ['a']).child('client', ['a']);
    expect(genogram(told.view()).places.size).toBe(3);
  });
});

describe('a relation without a recorded line', () => {
  it('draws parents, a brother, a partner and children as unsure lines', () => {
    const told = new Told()
      .woman('moeder', null, { relation: 'parent' })
      .man('vader', null, { relation: 'parent' });
    told
      .man('broer', null, { relation: 'sibling' })
      .man('man', null, { relation: 'partner' })
      .woman('kind', null, { relation: 'child' });
    const { family, places, drawing } = genogram(told.view());
    const union = (...ids: string[]) =>
      family.unions.find((one) => one.partners.join() === [...ids].sort().join());
    expect(
      union('moeder', 'vader')
        ?.children.map((child) => child.id)
        .sort(),
    ).toEqual(['broer', 'client']);
    expect(union('client', 'man')?.children).toEqual([{ id: 'kind', descent: 'unknown' }]);
    expect(new Set(drawing.descents.map((line) => line.kind))).toEqual(new Set(['unknown']));
    expect(drawing.unsure.length).toBe(2);
    expect(places.get('broer')?.y).toBe(places.get('client')?.y);
  });

  it('puts brothers and sisters on a line without parents where none are known', () => {
    const { family } = genogram(new Told().woman('zus', null, { relation: 'sibling' }).view());
    expect(family.unions.map((union) => [union.partners, union.children.map((child) => child.id)])).toEqual([
      [[], ['client', 'zus']],
    ]);
  });

  it('puts a grandmother above the parents and a grandchild below the children, on no side in particular', () => {
    const told = parents()
      .woman('oma', null, { relation: 'grandparent' })
      .man('a')
      .man('b')
      .child('a', ['client'])
      .child('b', ['client']);
    const place = at(told.man('kleinkind', null, { relation: 'grandchild' }));
    expect(place('oma').y).toBeLessThan(place('vader').y);
    expect(place('kleinkind').y).toBeGreaterThan(place('a').y);
  });

  it('draws the line of a couple once, and one bracket for all grandparents', () => {
    const told = new Told()
      .woman('moeder', null, { relation: 'parent' })
      .man('vader', null, { relation: 'parent' });
    told
      .woman('oma', null, { relation: 'grandparent' })
      .man('opa', null, { relation: 'grandparent' })
      .couple('oma', 'opa')
      .woman('bep', null, { relation: 'grandparent' });
    const { drawing } = genogram(told.view());
    expect(drawing.couples.map((line) => line.kind).sort()).toEqual(['married', 'unsaid']);
    const brackets = drawing.descents
      .filter((line) => line.id.endsWith('one of'))
      .map((line) => line.d.slice(line.d.lastIndexOf('M')));
    expect(brackets.length).toBe(2);
    expect(new Set(brackets).size).toBe(1);
  });

  it('adds nothing where a line was recorded', () => {
    const told = new Told().man('vader', null, { relation: 'parent' }).child('client', ['vader']);
    expect(kinds(told)).toEqual(new Set(['birth']));
  });

  it('puts an aunt beside the client without a line, and leaves a neighbour out', () => {
    const told = parents()
      .woman('tante', null, { relation: 'family' })
      .woman('buurvrouw', null, { relation: 'neighbour' });
    const { family, places } = genogram(
      told.man('vriend', null, { relation: 'friend' }).couple('buurvrouw', 'vriend').view(),
    );
    expect(family.others).toEqual(['buurvrouw', 'vriend']);
    expect(places.get('tante')?.y).toBe(places.get('client')?.y);
    expect(places.has('buurvrouw')).toBe(false);
  });
});

describe('the lines of a genogram', () => {
  it('are double and half dashed for an adopted child, dotted for a foster child, dashed for a stepchild', () => {
    expect(kinds(new Told().man('v').child('client', ['v'], 'adopted'))).toEqual(
      new Set(['birth', 'adopted']),
    );
    expect(kinds(new Told().man('v').child('client', ['v'], 'foster'))).toEqual(new Set(['foster']));
    expect(kinds(new Told().man('v').child('client', ['v'], 'step'))).toEqual(new Set(['step']));
    expect(kinds(new Told().man('v').child('client', ['v'], null))).toEqual(new Set(['unsaid']));
  });

  it('connect a stepfather by his union with the mother', () => {
    const told = parents().man('stief').couple('moeder', 'stief').child('client', ['stief'], 'step');
    const union = genogram(told.view()).family.unions.find((one) => one.partners.includes('stief'));
    expect(union?.children).toEqual([{ id: 'client', descent: 'step' }]);
    expect(union?.partners).toContain('moeder');
  });

  it('say when a couple married, separated and divorced', () => {
    const told = new Told()
      .man('man')
      .couple('client', 'man', { since: '1981-05', separated: '~1995', divorced: '1999-01-02' });
    expect(lines(told).couples[0]?.dates.words).toEqual([
      { id: 'genogram-date-married', args: { year: '1981' } },
      { id: 'genogram-date-separated', args: { year: '±1995' } },
      { id: 'genogram-date-divorced', args: { year: '1999' } },
    ]);
  });

  it('bow over people between two others', () => {
    const told = new Told().man('v').woman('m').couple('v', 'm');
    for (const id of ['a', 'b', 'c']) told.woman(id, `19${50 + id.charCodeAt(0)}`).child(id, ['v', 'm']);
    const { drawing, places } = genogram(
      told.child('client', ['v', 'm']).tie('a', 'c', 'strained').tie('a', 'b', 'neutral').view(),
    );
    expect(drawing.emotional.map((line) => line.quality)).toEqual(['strained']);
    const top = Math.min(
      ...[...(drawing.emotional[0]?.d ?? '').matchAll(/[ML][-\d.]+ ([-\d.]+)/g)].map((match) =>
        Number(match[1]),
      ),
    );
    expect(top).toBeLessThan((places.get('b')?.y ?? 0) - MARK);
  });

  it('go round people who live with the client, and round nobody else', () => {
    const together = parents().man('man', null, { travel: 'same_house' }).couple('client', 'man');
    expect(lines(together).household.split('M').length - 1).toBe(1);
    const apart = new Told()
      .man('v')
      .couple('client', 'v')
      .woman('kind', '1980', { travel: 'same_house' })
      .woman('oma', null, { travel: 'same_house' });
    apart.child('kind', ['client', 'v']).child('client', ['oma']);
    expect(lines(apart).household).not.toBe('');
    expect(lines(parents()).household).toBe('');
  });
});

describe('a relative', () => {
  it('has an age where dates allow one', () => {
    const now = new Date(2026, 10, 25);
    expect(age({ born: '1952', died: null, deceased: false }, now)).toBe(74);
    expect(age({ born: '1952-12-01', died: null, deceased: false }, now)).toBe(73);
    expect(age({ born: '1921', died: '1994', deceased: true }, now)).toBe(73);
    expect(age({ born: '1921', died: null, deceased: true }, now)).toBeNull();
    expect(age({ born: null, died: null, deceased: false }, now)).toBeNull();
  });

  it('is described in words with partners, parents and children', () => {
    const { family } = genogram(
      parents()
        .man('man')
        .couple('client', 'man', { divorced: '1990' })
        .man('kind')
        .child('kind', ['client', 'man'])
        .view(),
    );
    expect(familyWords(family, 'client', (id) => id)).toEqual([
      { id: 'genogram-says-former-partner', args: { name: 'man' } },
      { id: 'genogram-says-parents', args: { names: 'moeder, vader' } },
      { id: 'genogram-says-children', args: { names: 'kind' } },
    ]);
  });
});
