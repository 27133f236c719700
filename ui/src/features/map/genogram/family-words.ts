// The family lines of one relative in words, for a screen reader.
import type { Family } from './kin';

/** A text of the message files, by its id. */
export type Sentence = { id: string; args: Record<string, string> };

/**
 * Returns the family lines of a relative as texts. `name` returns the name of somebody as this screen shows
 * it.
 */
export function familyWords(family: Family, id: string, name: (id: string) => string): Sentence[] {
  const names = (ids: string[]) => [...new Set(ids)].map(name).join(', ');
  const couples = family.unions.filter(
    (union) => union.partners.length === 2 && union.partners.includes(id) && !union.toOneOf,
  );
  const partners = couples.map((union) => {
    const ended = union.partnership?.separated || union.partnership?.divorced;
    return {
      id: ended ? 'genogram-says-former-partner' : 'genogram-says-partner',
      args: { name: names(union.partners.filter((one) => one !== id)) },
    };
  });
  const sure = family.unions.filter((union) => !union.toOneOf);
  const parents = sure
    .filter((union) => union.children.some((child) => child.id === id))
    .flatMap((union) => union.partners);
  const children = sure
    .filter((union) => union.partners.includes(id))
    .flatMap((union) => union.children.map((child) => child.id));
  const say = (words: string, ids: string[]): Sentence[] =>
    ids.length ? [{ id: words, args: { names: names(ids) } }] : [];
  return [...partners, ...say('genogram-says-parents', parents), ...say('genogram-says-children', children)];
}
