// A picture of a network that nobody changes: at one moment, at two moments in one picture, or on a day of
// its history.
import type { Comparison } from '$generated/Comparison';
import type { Position } from '$generated/Position';
import type { Tie } from '$generated/Tie';
import { type RingName, rings } from './circle';
import { type DrawnTie, drawnTies } from './drawn-tie';
import { layout } from './layout';
import { type Member, members, type NetworkRecords } from '$shared/member';

/** The change of a member between two moments; `same` if there is none. */
export type Happened = 'same' | 'came' | 'went' | 'died' | 'closer' | 'further';

export type StillMember = {
  member: Member;
  at: Position;
  /** The earlier place of the member, if it was another. */
  from: Position | null;
  happened: Happened;
};
type StillTie = { tie: DrawnTie; happened: 'same' | 'came' | 'went' };
export type StillPicture = {
  standing: StillMember[];
  ties: StillTie[];
  /** The members without a place in the circle. */
  waiting: Member[];
};

type Places = Map<string, Position>;

/**
 * Returns the places at two moments. A member who changed neither ring nor quarter, and was not moved, has
 * one place in both.
 */
export function placesAtBoth(then: Member[], now: Member[]): { then: Places; now: Places } {
  const here = new Set(now.map((member) => member.id));
  const gone = then.filter((member) => !here.has(member.id));
  const places = layout([...now, ...gone], [], 'circle');
  return { now: places, then: layout(then, [], 'circle', places) };
}

/**
 * Returns the picture of one network. With an earlier network, it shows the change of each member since then.
 */
export function still(
  network: NetworkRecords,
  places: Places,
  earlier: { network: NetworkRecords; places: Places } | null = null,
): StillPicture {
  const all = members(network);
  const before = earlier && new Map(members(earlier.network).map((member) => [member.id, member]));
  const standing = all.flatMap((member): StillMember[] => {
    const at = places.get(member.id);
    if (!at) return [];
    const happened = before ? since(before.get(member.id), member) : 'same';
    const moved = happened === 'closer' || happened === 'further';
    return [{ member, at, from: (moved && earlier?.places.get(member.id)) || null, happened }];
  });
  const ties = drawnTies(network, all, 'circle', false).map((tie) => ({ tie, happened: 'same' as const }));
  return { standing, ties, waiting: all.filter((member) => !places.has(member.id)) };
}

/** Returns the change of a member between two days, as far as a circle shows it. */
function since(before: Member | undefined, now: Member): Happened {
  if (!before) return 'came';
  const [was, is] = [rings.indexOf(before.ring as RingName), rings.indexOf(now.ring as RingName)];
  if (was < 0 || is < 0 || was === is) return 'same';
  return is < was ? 'closer' : 'further';
}

/**
 * Returns one picture of two networks. Members who went are in it too, and members who moved have an earlier
 * place.
 */
export function overlaid(then: NetworkRecords, now: NetworkRecords, comparison: Comparison): StillPicture {
  const [before, after] = [members(then), members(now)];
  const places = placesAtBoth(before, after);
  const happened = happenings(comparison);
  const here = new Set(after.map((member) => member.id));
  const gone = before.filter((member) => !here.has(member.id));
  const standing = [...gone, ...after].flatMap((member): StillMember[] => {
    const at = here.has(member.id) ? places.now.get(member.id) : places.then.get(member.id);
    if (!at) return [];
    const what = happened.get(member.id) ?? 'same';
    const moved = what === 'closer' || what === 'further';
    const from = moved ? (places.then.get(member.id) ?? null) : null;
    return [{ member, at, from, happened: what === 'went' && here.has(member.id) ? 'died' : what }];
  });
  const waiting = after.filter((member) => !places.now.has(member.id));
  return { standing, ties: overlaidTies(then, now, [...gone, ...after]), waiting };
}

function happenings(comparison: Comparison): Map<string, Happened> {
  const all = (['came', 'went', 'closer', 'further'] as const).flatMap((what) =>
    comparison[what].map((id) => [id as string, what] as const),
  );
  return new Map(all);
}

/** Compares ties by their ends, so that a tie that was removed and drawn again is the same tie. */
function overlaidTies(then: NetworkRecords, now: NetworkRecords, all: Member[]): StillTie[] {
  const pair = (tie: Pick<Tie, 'a' | 'b'>) => [tie.a, tie.b].sort().join(' ');
  const [before, after] = [new Set(then.ties.map(pair)), new Set(now.ties.map(pair))];
  const gone = then.ties.filter((tie) => !after.has(pair(tie)));
  const came = new Set(now.ties.filter((tie) => !before.has(pair(tie))).map((tie) => tie.id as string));
  const left = new Set(gone.map((tie) => tie.id as string));
  return drawnTies({ ties: [...gone, ...now.ties] }, all, 'circle', false).map((tie) => ({
    tie,
    happened: came.has(tie.id) ? 'came' : left.has(tie.id) ? 'went' : 'same',
  }));
}
