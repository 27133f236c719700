// The edits of the record that the map makes.
import type { Edit } from '$generated/Edit';
import type { PersonField } from '$generated/PersonField';
import type { Position } from '$generated/Position';
import { newId } from '$shared/id';
import type { Member } from '$shared/member';
import { meaning } from './circle';
import { placeFor } from './layout';
import { type View, toFraction } from './view';

/** A member with its new place, in the map's measure. */
export type Move = { member: Pick<Member, 'id' | 'kind' | 'name'>; point: Position };

/** Makes one edit of several, which are saved and undone as one. */
export function asOne(edits: Edit[]): Edit {
  return { record: 'all', change: edits };
}

/** Sets a field that people and organisations share, or that only people have. */
export function setting(member: Pick<Member, 'id' | 'kind'>, field: string, value: unknown): Edit {
  return { record: member.kind, change: { do: 'set', id: member.id, to: { field, value } } } as Edit;
}

/**
 * Sets a ring or a quarter that was chosen in words, and moves the mark in the circle to a place that means
 * the same.
 */
export function closeness(
  member: Member,
  all: Member[],
  field: 'ring' | 'sector',
  value: string | null,
): Edit {
  const place = placeFor({ ...member, [field]: value }, all);
  return asOne([setting(member, field, value), setting(member, 'circle', place)]);
}

export function addingPerson(id: string, name: string): Edit {
  const fields: PersonField[] = [{ field: 'name', value: name }];
  return { record: 'person', change: { do: 'add', id, fields } };
}

export function addingTie(a: string, b: string): Edit {
  return {
    record: 'tie',
    change: {
      do: 'add',
      id: newId('t'),
      fields: [
        { field: 'a', value: a },
        { field: 'b', value: b },
      ],
    },
  };
}

/**
 * Sets a place in one view. In the circle a place has a meaning, so the ring and the quarter change with it.
 */
export function placing(kind: View, { member, point }: Move): Edit[] {
  const place = setting(member, kind, toFraction(point));
  if (kind !== 'circle') return [place];
  const { ring, sector } = meaning(point);
  return [place, setting(member, 'ring', ring), setting(member, 'sector', sector)];
}

export function removing({ id, kind }: Pick<Member, 'id' | 'kind'>): Edit {
  return { record: kind, change: { do: 'remove', id } } as Edit;
}
