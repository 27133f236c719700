// Instruments as the screen fills them in. Answers have the format of crates/dossier/src/instrument: a digit
// per item.
import type { FilledInCard } from '$generated/FilledInCard';
import { instruments } from '$generated/instruments';
import { day, t } from '$shell/i18n.svelte';

export type Kind = keyof typeof instruments;
export type Item = {
  name: string;
  scale: 'yes_no' | 'how_much' | 'sometimes' | 'ladder';
  most: number;
  places: number;
};

/** The instruments that can be filled in, the shortest first. */
export const KINDS = Object.keys(instruments) as Kind[];

export const isKind = (instrument: string): instrument is Kind => instrument in instruments;

export const itemsOf = (kind: Kind): readonly Item[] => instruments[kind];

/** Joins answers to the text that the record stores. `null` is an item without an answer. */
export function joined(kind: Kind, answers: readonly (number | null)[]): string {
  const place = (item: Item, at: number) =>
    answers[at]?.toString().padStart(item.places, '0') ?? '-'.repeat(item.places);
  return itemsOf(kind).map(place).join('');
}

/** Splits a text of the record into answers. An invalid answer is `null`. */
export function split(kind: Kind, text: string): (number | null)[] {
  let at = 0;
  return itemsOf(kind).map((item) => {
    const place = text.slice(at, (at += item.places));
    return /^\d+$/.test(place) && Number(place) <= item.most ? Number(place) : null;
  });
}

/** Returns the day of a result in words. */
export const dayOf = (iso: string | null) => (iso ? day(iso) : t('carer-no-day'));

/** Summarises a result in a few words. */
export function point({ scored }: Pick<FilledInCard, 'scored'>): string {
  const outcome = scored?.outcome;
  if (!outcome)
    return scored?.missing.length
      ? t('carer-point-incomplete', { count: scored.missing.length })
      : t('carer-point-kept');
  if (outcome.of === 'strain') return t('carer-point-strain', { count: outcome.score });
  if (outcome.of === 'care_quality') return t('carer-point-care', { count: outcome.sum });
  return t('carer-point-talk', { count: outcome.talk_about.length });
}

/** Returns the number that the line is drawn through, or `null` if there is none. */
export function height({ scored }: Pick<FilledInCard, 'scored'>): number | null {
  const outcome = scored?.outcome;
  if (outcome?.of === 'strain') return outcome.score;
  return outcome?.of === 'care_quality' ? outcome.sum : null;
}
