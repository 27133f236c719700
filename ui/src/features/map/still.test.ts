import { describe, expect, it } from 'vitest';
import type { Comparison } from '$generated/Comparison';
import type { Person } from '$generated/Person';
import type { Tie } from '$generated/Tie';
import { meaning } from './circle';
import { members, type NetworkRecords } from '$shared/member';
import { overlaid, placesAtBoth, still } from './still';

function person(id: string, more: Partial<Person> = {}): Person {
  return {
    id,
    name: id,
    ring: 'friends',
    sector: 'family',
    gives: [],
    circle: null,
    life: null,
    ...more,
  } as Person;
}

const tie = (id: string, a: string, b: string) =>
  ({ id, a, b, quality: null, strength: null, energy: null }) as Tie;
const network = (people: Person[], ties: Tie[] = []): NetworkRecords => ({ people, organisations: [], ties });
const nothing: Comparison = {
  came: [],
  went: [],
  closer: [],
  further: [],
  more_often: [],
  less_often: [],
  stronger: [],
  weaker: [],
  tied: [],
  untied: [],
};
const happened = (picture: ReturnType<typeof overlaid>) =>
  Object.fromEntries(picture.standing.map((one) => [one.member.id, one.happened]));

describe('a network at two moments', () => {
  it('keeps members who did not move in one place, and others beside them', () => {
    const then = members(network([person('p-a'), person('p-b'), person('p-c', { ring: 'intimates' })]));
    const now = members(network([person('p-a'), person('p-d'), person('p-c', { ring: 'services' })]));
    const places = placesAtBoth(then, now);
    expect(places.then.get('p-a')).toEqual(places.now.get('p-a'));
    expect(meaning(places.then.get('p-c') ?? { x: 0, y: 0 }).ring).toBe('intimates');
    expect(meaning(places.now.get('p-c') ?? { x: 0, y: 0 }).ring).toBe('services');
  });

  it('shows who came, went, moved and died', () => {
    const then = network(
      [person('p-a'), person('p-b'), person('p-c'), person('p-d')],
      [tie('t-1', 'p-a', 'p-b'), tie('t-2', 'p-a', 'p-c')],
    );
    const now = network(
      [
        person('p-a'),
        person('p-c', { ring: 'intimates' }),
        person('p-d', { life: 'deceased' }),
        person('p-e'),
      ],
      [tie('t-3', 'p-c', 'p-a'), tie('t-4', 'p-a', 'p-e')],
    );
    const picture = overlaid(then, now, { ...nothing, came: ['p-e'], went: ['p-b', 'p-d'], closer: ['p-c'] });
    expect(happened(picture)).toEqual({
      'p-a': 'same',
      'p-b': 'went',
      'p-c': 'closer',
      'p-d': 'died',
      'p-e': 'came',
    });
    const moved = picture.standing.find((one) => one.member.id === 'p-c');
    expect(moved?.from && meaning(moved.from).ring).toBe('friends');
    expect(picture.ties.map(({ tie, happened }) => [tie.id, happened])).toEqual([
      ['t-1', 'went'],
      ['t-3', 'same'],
      ['t-4', 'came'],
    ]);
  });

  it('names members who have no place in the circle yet', () => {
    const one = network([person('p-a'), person('p-b', { ring: null })]);
    const picture = still(one, placesAtBoth([], members(one)).now);
    expect(picture.waiting.map((member) => member.id)).toEqual(['p-b']);
    expect(picture.standing.map((member) => member.happened)).toEqual(['same']);
  });

  it('shows on a day who came and who moved since the day before', () => {
    const before = network([person('p-a'), person('p-b'), person('p-c', { ring: null })]);
    const now = network([
      person('p-a', { ring: 'intimates' }),
      person('p-b', { ring: 'services' }),
      person('p-c'),
      person('p-d'),
    ]);
    const places = placesAtBoth(members(before), members(now));
    const picture = still(now, places.now, { network: before, places: places.then });
    expect(happened(picture)).toEqual({ 'p-a': 'closer', 'p-b': 'further', 'p-c': 'same', 'p-d': 'came' });
    const from = picture.standing.map((one) => one.from && meaning(one.from).ring);
    expect(from.filter(Boolean)).toEqual(['friends', 'friends']);
  });
});
