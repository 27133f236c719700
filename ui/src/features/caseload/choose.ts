// Filters and sorts the dossiers of the caseload. Those that need attention come first by default.
import type { CaseCard } from '$generated/CaseCard';
import type { Habits } from '$generated/Habits';

/** The number of dossiers from which filters show. A coach with two clients needs none. */
export const MANY = 8;
/** The number of dossiers that show at first, and that each request for more adds. */
export const PAGE = 50;

export const SHOWS = ['open', 'attention', 'closed', 'all'] as const;
export const SORTS = ['attention', 'next', 'last', 'name', 'edited'] as const;

type Show = (typeof SHOWS)[number];
type Sort = (typeof SORTS)[number];

/** Compares names as people order them, whatever the system's language: “de Wit” comes before “Zwart”. */
const inOrder = new Intl.Collator('nl').compare;

/** The filter for dossiers that are not shared. No person can have this name. */
export const NOBODY = '-';

export interface Choice {
  show: Show;
  with: string;
  step: string;
  sort: Sort;
}

export const FIRST: Choice = { show: 'open', with: '', step: '', sort: 'attention' };

/** Returns the saved choice, without a person or step that no dossier has any more. */
export function remembered(habits: Habits, cards: CaseCard[]): Choice {
  const one = <T extends string>(known: readonly T[], value: string, otherwise: T) =>
    known.find((each) => each === value) ?? otherwise;
  return {
    show: one(SHOWS, habits.show, FIRST.show),
    with: [NOBODY, ...people(cards)].includes(habits.with) ? habits.with : '',
    step: steps(cards).includes(habits.step) ? habits.step : '',
    sort: one(SORTS, habits.sort, FIRST.sort),
  };
}

function asksAttention(card: CaseCard): boolean {
  return card.hands.length > 0 || card.news > 0;
}

/** Returns all people with whom a dossier is shared, by name. */
export function people(cards: CaseCard[]): string[] {
  return [...new Set(cards.flatMap((card) => card.with))].sort(inOrder);
}

/** Returns the steps that dossiers are in, as `<method>-<step>`. */
export function steps(cards: CaseCard[]): string[] {
  return [...new Set(cards.map(stepOf))];
}

/** Returns the step of a dossier, unique among all methods. */
export const stepOf = (card: CaseCard) => `${card.method}-${card.step}`;

export function shows(card: CaseCard, choice: Choice): boolean {
  const state = { open: !card.closed, attention: asksAttention(card), closed: card.closed, all: true }[
    choice.show
  ];
  const shared =
    !choice.with || (choice.with === NOBODY ? !card.with.length : card.with.includes(choice.with));
  return state && shared && (!choice.step || stepOf(card) === choice.step);
}

const orders: Record<Sort, (a: CaseCard, b: CaseCard) => number> = {
  attention: (a, b) => weight(b) - weight(a),
  // A dossier without a next contact comes last.
  next: (a, b) => (a.next_contact ?? '9').localeCompare(b.next_contact ?? '9'),
  // A dossier without any contact comes first, then the one with the oldest contact.
  last: (a, b) => (a.last_contact ?? '').localeCompare(b.last_contact ?? ''),
  name: (a, b) => inOrder(a.name, b.name),
  edited: () => 0,
};

function weight(card: CaseCard): number {
  return card.hands.length ? 2 : Number(card.news > 0);
}

/** Returns the filtered dossiers in order. Equal ones stay sorted by last edit. */
export function chosen(cards: CaseCard[], choice: Choice): CaseCard[] {
  return cards.filter((card) => shows(card, choice)).sort(orders[choice.sort]);
}
