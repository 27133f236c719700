// The figures of a network for people: a label, a value in words, and the source.
import type { Analysis } from '$generated/Analysis';
import { choices } from '$generated/choices';
import { choice, digits, t } from '$shell/i18n.svelte';

/** All figures, in the order of the complete list. */
export const MEASURES = [
  'size',
  'sectors',
  'rings',
  'professionals_share',
  'reach',
  'frequency',
  'strength',
  'support',
  'reciprocity',
  'ties',
  'density',
  'components',
  'isolates',
  'bridging',
  'articulation',
  'betweenness',
  'effective_size',
  'constraint',
  'variety',
  'unknown',
] as const satisfies readonly (keyof Analysis)[];
export type Measure = (typeof MEASURES)[number];

/** The value of a measure: one value, or a table with a row for each kind, place or person. */
export type Value = { kind: 'one'; value: string } | { kind: 'table'; heads: string[]; rows: string[][] };
/** Returns the name of a member. */
export type Called = (id: string) => string;

const ATTRIBUTES = ['age', 'gender', 'civil_status', 'work', 'schooling'] as const;

export function isMeasure(name: string): name is Measure {
  return (MEASURES as readonly string[]).includes(name);
}

export function valueOf(measure: Measure, analysis: Analysis, called: Called): Value {
  switch (measure) {
    case 'size':
    case 'ties':
    case 'components':
    case 'isolates':
      return one(digits(analysis[measure]));
    case 'density':
      return one(
        analysis.density === null
          ? null
          : t('measure-value-density', {
              ties: analysis.ties,
              pairs: (analysis.size * (analysis.size - 1)) / 2,
              value: digits(analysis.density),
            }),
      );
    case 'effective_size':
      return one(
        analysis.effective_size === null
          ? null
          : t('measure-value-of', { value: digits(analysis.effective_size), whole: analysis.size }),
      );
    case 'reciprocity':
    case 'professionals_share':
      return one(scale(analysis[measure], '0', '1'));
    case 'constraint':
      return one(scale(analysis.constraint, '0', digits(1.13)));
    case 'bridging':
      return one(scale(analysis.bridging, '−1', '1'));
    case 'sectors':
      return counted('sector', choices.sector, analysis.sectors);
    case 'rings':
      return counted('ring', choices.ring, analysis.rings);
    case 'reach':
      return counted('travel', choices.travel, analysis.reach);
    case 'frequency':
      return counted('frequency', choices.frequency, analysis.frequency);
    case 'strength':
      return counted('strength', choices.strength, analysis.strength);
    case 'support':
      return support(analysis);
    case 'variety':
      return table(
        [t('measure-attribute'), t('measure-number')],
        ATTRIBUTES.map((one) => [
          t(`measure-attribute-${one}`),
          scale(analysis.variety[one] ?? null, '0', '1') ?? t('measure-none'),
        ]),
      );
    case 'unknown':
      return table(
        [t('measure-attribute'), t('measure-people')],
        ATTRIBUTES.map((one) => [t(`measure-attribute-${one}`), digits(analysis.unknown[one] ?? 0)]),
      );
    case 'articulation':
      return one(
        analysis.articulation.length ? analysis.articulation.map(called).join(', ') : t('measure-nobody'),
      );
    case 'betweenness':
      return betweenness(analysis, called);
  }
}

function one(value: string | null): Value {
  return { kind: 'one', value: value ?? t('measure-none') };
}

function table(heads: string[], rows: string[][]): Value {
  return { kind: 'table', heads, rows };
}

function scale(value: number | null, from: string, to: string): string | null {
  return value === null ? null : t('measure-value-scale', { value: digits(value), from, to });
}

/** Counts each kind. Kinds that this version knows come first, then those that a newer version wrote. */
function counted(list: string, known: readonly string[], counts: Record<string, number | undefined>): Value {
  const names = [...new Set([...known, ...Object.keys(counts)])];
  return table(
    [t(`measure-of-${list}`), t('measure-number')],
    names.map((name) => [choice(list, name), digits(counts[name] ?? 0)]),
  );
}

function support(analysis: Analysis): Value {
  const counts: Record<string, { givers: number; receivers: number } | undefined> = analysis.support;
  const names = [...new Set([...choices.support, ...Object.keys(counts)])];
  const rows = names.map((name) => [
    choice('support', name),
    digits(counts[name]?.givers ?? 0),
    digits(counts[name]?.receivers ?? 0),
  ]);
  return table([t('measure-of-support'), t('measure-givers'), t('measure-receivers')], rows);
}

/** Lists only members who connect others, highest first. */
function betweenness(analysis: Analysis, called: Called): Value {
  const between = Object.entries(analysis.betweenness).filter(([, value]) => (value ?? 0) > 0);
  if (!between.length) return one(t('measure-nobody'));
  const rows = between
    .sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))
    .map(([id, value]) => [called(id), digits(value ?? 0)]);
  return table([t('measure-name'), t('measure-number')], rows);
}
