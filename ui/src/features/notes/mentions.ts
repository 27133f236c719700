// Members who are mentioned in a text by @ and their name. Mentions are computed from the words and never
// stored.

import { fold } from '$shared/find-name';

type Named = { id: string; name: string };

const isLetter = (text: string | undefined) => text !== undefined && /[\p{L}\p{N}]/u.test(text);

/**
 * Returns the members named after an @, each once, in the order of the text. The longest matching name wins.
 */
export function mentioned<Member extends Named>(text: string, members: readonly Member[]): Member[] {
  const found = new Map<string, Member>();
  for (const { index } of text.matchAll(/@/g)) {
    if (isLetter(text[index - 1])) continue;
    const after = text.slice(index + 1);
    const fits = members.filter(({ name }) => {
      const length = name.trim().length;
      return length > 0 && fold(after.slice(0, length)) === fold(name.trim()) && !isLetter(after[length]);
    });
    const [best] = fits.sort((a, b) => b.name.length - a.name.length);
    if (best) found.set(best.id, best);
  }
  return [...found.values()];
}

export type TypedMention = {
  /** The position of the @. */
  from: number;
  /** The text between the @ and the cursor. */
  typed: string;
};

/**
 * Returns the mention that is being typed: an @ before the cursor, followed by at most the beginning of a
 * name.
 */
export function asked(text: string, cursor: number): TypedMention | null {
  const match = /(^|[^\p{L}\p{N}])@([^@\n]{0,40})$/u.exec(text.slice(0, cursor));
  const typed = match?.[2];
  return typed === undefined ? null : { from: cursor - typed.length - 1, typed };
}

/**
 * Returns the members whose name has a word that begins with the typed text. Matches of the whole name come
 * first.
 */
export function beginning<Member extends Named>(members: readonly Member[], typed: string): Member[] {
  const wanted = fold(typed);
  const whole = members.filter(({ name }) => fold(name).startsWith(wanted));
  const word = (name: string) =>
    fold(name)
      .split(/\s+/)
      .some((part) => part.startsWith(wanted));
  const others = members.filter((member) => !whole.includes(member) && word(member.name));
  const byName = (a: Member, b: Member) => a.name.localeCompare(b.name);
  return [...whole.sort(byName), ...others.sort(byName)];
}

/** Returns the text with the name inserted for the typed text, and the new position of the cursor. */
export function named(
  text: string,
  { from, typed }: TypedMention,
  name: string,
): { text: string; cursor: number } {
  const after = text.slice(from + 1 + typed.length);
  const before = `${text.slice(0, from)}@${name}${after.startsWith(' ') ? '' : ' '}`;
  return { text: before + after, cursor: before.length + (after.startsWith(' ') ? 1 : 0) };
}
