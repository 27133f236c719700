import { describe, expect, it } from 'vitest';
import type { Profile } from '$generated/Profile';
import type { Member } from '$shared/member';
import { type Described, memberSays, tieSays } from './says';

const fatima = {
  id: 'p-1',
  kind: 'person',
  relation: 'neighbour',
  quality: 'supportive',
  ring: 'friends',
  sector: 'society',
  ties: 3,
} as Member;
const said: Described = {
  name: 'Fatima',
  kind: 'ecogram',
  profile: { called_friends: 'Mijn kring' } as Profile,
  place: 4,
  count: 12,
  family: [],
  chosen: false,
  isNew: false,
};

describe('a screen reader', () => {
  it('says the relation, quality, ties and number of a member', () => {
    expect(memberSays(fatima, said)).toBe('Fatima, Buur, Steunend, 3 banden, 4 van 12');
  });

  it('says what is not known as not known', () => {
    expect(memberSays({ ...fatima, relation: null, quality: null }, said)).toContain(
      'Fatima, Nog niet bekend, Nog niet bekend',
    );
  });

  it('says the ring and the quarter in the circle, in the words of the client', () => {
    expect(memberSays(fatima, { ...said, kind: 'circle' })).toMatch(/, Mijn kring, \S/);
  });

  it('says family lines, and whether a member is chosen and new', () => {
    const family = [{ id: 'genogram-says-children', args: { names: 'Bram' } }];
    const words = memberSays(fatima, { ...said, kind: 'genogram', family, chosen: true, isNew: true });
    expect(words).toMatch(/Bram.*, gekozen, nieuw$/);
  });

  it('says both ends of a tie', () => {
    const words = tieSays(
      { a: 'p-1', b: 'p-2', quality: 'close', strength: null },
      (id) => ({ 'p-1': 'Fatima', 'p-2': 'Bram' })[id] ?? '',
    );
    expect(words).toMatch(/^Band tussen Fatima en Bram: .+, Nog niet bekend$/);
  });
});
