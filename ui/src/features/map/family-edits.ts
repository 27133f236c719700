// The edits that add a family line between two people.
import type { DossierView } from '$generated/DossierView';
import type { Edit } from '$generated/Edit';
import { newId } from '$shared/id';

/** The relation of the other person to the first. */
export const ROLES = ['partner', 'parent', 'child'] as const;
export type Role = (typeof ROLES)[number];

type Lines = {
  partnerships: Pick<DossierView['partnerships'][number], 'a' | 'b'>[];
  parentages: Pick<DossierView['parentages'][number], 'parent' | 'child'>[];
};

/** Returns whether the line is there already. */
export function hasLine(
  { partnerships, parentages }: Lines,
  role: Role,
  who: string,
  other: string,
): boolean {
  if (role === 'partner')
    return partnerships.some(({ a, b }) => [a, b].includes(who) && [a, b].includes(other));
  const [parent, child] = role === 'parent' ? [other, who] : [who, other];
  return parentages.some((line) => line.parent === parent && line.child === child);
}

export function addingLine(role: Role, who: string, other: string): Edit {
  const field = <F extends string>(field: F, value: string) => ({ field, value });
  if (role === 'partner') {
    const fields = [field('a', who), field('b', other)];
    return { record: 'partnership', change: { do: 'add', id: newId('s'), fields } };
  }
  const [parent, child] = role === 'parent' ? [other, who] : [who, other];
  const fields = [field('parent', parent), field('child', child)];
  return { record: 'parentage', change: { do: 'add', id: newId('k'), fields } };
}
