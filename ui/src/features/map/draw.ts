// The changes that a coach makes on the map. Each is one edit, and a screen reader announces it.
import type { DossierView } from '$generated/DossierView';
import type { Edit } from '$generated/Edit';
import type { OpenDossier } from '$shell/open-dossier.svelte';
import { t } from '$shell/i18n.svelte';
import { newId } from '$shared/id';
import type { Member } from '$shared/member';
import { called, meaning } from './circle';
import { type Move, addingPerson, addingTie, asOne, placing, removing, setting } from './edits';
import type { View } from './view';

/** Saves edits as one. Returns whether there was something to save and it was saved. */
async function save(dossier: OpenDossier, edits: Edit[]): Promise<boolean> {
  return edits.length > 0 && dossier.edit(asOne(edits));
}

/**
 * Adds a person, with a tie to a member if one is given. Returns the id, or `''` if the person was refused.
 */
export async function addPerson(dossier: OpenDossier, name: string, tiedTo?: Member): Promise<string> {
  const id = newId('p');
  const edits = [addingPerson(id, name), ...(tiedTo ? [addingTie(id, tiedTo.id)] : [])];
  if (!(await save(dossier, edits))) return '';
  dossier.announcement = tiedTo
    ? t('said-added-tied', { name, other: tiedTo.name })
    : t('said-added', { name });
  return id;
}

/** Adds people as one edit, each with a tie to a member if one is given. Returns whether they were added. */
export async function addPeople(dossier: OpenDossier, names: string[], tiedTo?: Member): Promise<boolean> {
  const edits = names.flatMap((name) => {
    const id = newId('p');
    return [addingPerson(id, name), ...(tiedTo ? [addingTie(id, tiedTo.id)] : [])];
  });
  if (!(await save(dossier, edits))) return false;
  dossier.announcement = t('said-added-people', { count: names.length });
  return true;
}

/** Adds a tie between two members, unless they have one. */
export async function tie(
  dossier: OpenDossier,
  view: DossierView,
  from: Member | undefined,
  to: Member | undefined,
): Promise<void> {
  if (!from || !to || from.id === to.id) return void (dossier.announcement = t('said-stopped'));
  const isTied = view.ties.some(({ a, b }) => [a, b].includes(from.id) && [a, b].includes(to.id));
  if (isTied) dossier.announcement = t('said-tied-already', { a: from.name, b: to.name });
  else if (await dossier.edit(addingTie(from.id, to.id)))
    dossier.announcement = t('said-tied', { a: from.name, b: to.name });
}

/** Saves the new places of one member or of several. */
export async function place(
  dossier: OpenDossier,
  view: DossierView,
  kind: View,
  moves: Move[],
): Promise<void> {
  const [first] = moves;
  if (
    !(await save(
      dossier,
      moves.flatMap((move) => placing(kind, move)),
    )) ||
    !first
  )
    return;
  const name = moves.length > 1 ? t('several-people', { count: moves.length }) : first.member.name;
  if (kind !== 'circle') return void (dossier.announcement = t('said-placed', { name }));
  const { ring, sector } = meaning(first.point);
  const words = { ring: called(view.profile, 'ring', ring), sector: called(view.profile, 'sector', sector) };
  dossier.announcement = t('said-moved', { name, ...words });
}

/**
 * Removes the places that members were given by hand in one view, so that the layout finds better places for
 * them.
 */
export async function letGo(dossier: OpenDossier, all: Member[], kind: View): Promise<void> {
  const placed = all.filter((member) => member[kind]);
  const saved = await save(
    dossier,
    placed.map((member) => setting(member, kind, null)),
  );
  if (saved) dossier.announcement = t('said-let-go', { count: placed.length });
}

/** Removes members. Returns whether they were removed. */
export async function remove(dossier: OpenDossier, all: Member[]): Promise<boolean> {
  if (!(await save(dossier, all.map(removing)))) return false;
  dossier.selected = '';
  const name = all.length > 1 ? t('several-people', { count: all.length }) : (all[0]?.name ?? '');
  dossier.announcement = t('said-removed', { name });
  return true;
}

/** Puts members in a group. Without a name, takes them out of their group. Returns whether that was saved. */
export async function group(dossier: OpenDossier, all: Member[], name: string): Promise<boolean> {
  const value = name.trim() || null;
  if (
    !(await save(
      dossier,
      all.map((member) => setting(member, 'group', value)),
    ))
  )
    return false;
  const count = all.length;
  dossier.announcement = value ? t('said-grouped', { count, group: value }) : t('said-ungrouped', { count });
  return true;
}
