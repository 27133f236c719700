// What a hand does to the network: each gesture one edit, said to whoever cannot see it.
import { dossier, edit } from '$shell/dossier.svelte';
import type { DossierView } from '$generated/DossierView';
import type { Edit } from '$generated/Edit';
import type { PersonField } from '$generated/PersonField';
import type { Position } from '$generated/Position';
import { t } from '$shell/i18n.svelte';
import { newId } from '$shared/id';
import { called, meaning } from './circle';
import { placeFor } from './layout';
import type { Member } from '$shared/member';
import { type View, toFraction } from './view';

/** Sets a field that people and organisations share, or a person alone has. */
export function setting(member: Pick<Member, 'id' | 'kind'>, field: string, value: unknown): Edit {
  return { record: member.kind, change: { do: 'set', id: member.id, to: { field, value } } } as Edit;
}

/** Sets a ring or a quarter in words: in the circle that is a place, so the mark moves there too. */
export function closeness(member: Member, all: Member[], field: 'ring' | 'sector', value: string | null): Edit {
  const place = placeFor({ ...member, [field]: value }, all);
  return { record: 'together', change: [setting(member, field, value), setting(member, 'circle', place)] };
}

function together(edits: Edit[]): Promise<boolean> {
  return edits.length ? edit({ record: 'together', change: edits }) : Promise.resolve(false);
}

/** Adds a person, with a tie to somebody who is there, and gives the id; empty where it was refused. */
export async function addPerson(name: string, tiedTo?: Member): Promise<string> {
  const id = newId('p');
  const fields: PersonField[] = [{ field: 'name', value: name }];
  const edits: Edit[] = [{ record: 'person', change: { do: 'add', id, fields } }];
  if (tiedTo) edits.push(tieing(id, tiedTo.id));
  if (!(await together(edits))) return '';
  dossier.announcement = tiedTo ? t('said-added-tied', { name, other: tiedTo.name }) : t('said-added', { name });
  return id;
}

function tieing(a: string, b: string): Edit {
  return { record: 'tie', change: { do: 'add', id: newId('t'), fields: [{ field: 'a', value: a }, { field: 'b', value: b }] } };
}

/** Draws a tie among members; one tie between two is enough. */
export async function tie(view: DossierView, from: Member | undefined, to: Member | undefined): Promise<void> {
  if (!from || !to || from.id === to.id) return void (dossier.announcement = t('said-stopped'));
  const there = view.ties.some((tie) => [tie.a, tie.b].includes(from.id) && [tie.a, tie.b].includes(to.id));
  if (there) dossier.announcement = t('said-tied-already', { a: from.name, b: to.name });
  else if (await edit(tieing(from.id, to.id))) dossier.announcement = t('said-tied', { a: from.name, b: to.name });
}

/** One edit when a move ends, of one or of several; in the circle a place has a meaning. */
export async function place(view: DossierView, kind: View, moves: { member: Member; point: Position }[]): Promise<void> {
  const edits = moves.flatMap(({ member, point }) => {
    const put = setting(member, kind, toFraction(point));
    if (kind !== 'circle') return [put];
    const { ring, sector } = meaning(point);
    return [put, setting(member, 'ring', ring), setting(member, 'sector', sector)];
  });
  if (!(await together(edits))) return;
  const [first] = moves;
  if (!first) return;
  const name = moves.length > 1 ? t('several-people', { count: moves.length }) : first.member.name;
  if (kind !== 'circle') return void (dossier.announcement = t('said-placed', { name }));
  const { ring, sector } = meaning(first.point);
  dossier.announcement = t('said-moved', { name, ring: called(view.profile, 'ring', ring), sector: called(view.profile, 'sector', sector) });
}

/** Lets go of places that a hand chose, so that tidying up may find better ones. */
export async function letGo(all: Member[], kind: View): Promise<void> {
  const placed = all.filter((member) => member[kind]);
  if (await together(placed.map((member) => setting(member, kind, null)))) dossier.announcement = t('said-let-go', { count: placed.length });
}

export async function remove(all: Member[]): Promise<boolean> {
  const edits = all.map((member) => ({ record: member.kind, change: { do: 'remove', id: member.id } }) as Edit);
  if (!(await together(edits))) return false;
  dossier.selected = '';
  const name = all.length > 1 ? t('several-people', { count: all.length }) : (all[0]?.name ?? '');
  dossier.announcement = t('said-removed', { name });
  return true;
}

/** Puts people in a group by its name; without a name, out of any. */
export async function group(all: Member[], name: string): Promise<void> {
  const value = name.trim() || null;
  if (!(await together(all.map((member) => setting(member, 'group', value))))) return;
  dossier.announcement = value ? t('said-grouped', { count: all.length, group: value }) : t('said-ungrouped', { count: all.length });
}
