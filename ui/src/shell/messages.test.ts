import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { choices, fields, shipped } from '$generated/choices';
import { TABS } from './dossier-tabs';
import { texts } from './texts';

const ids = (language: 'nl' | 'en') => new FluentResource(texts[language]).body.map((entry) => entry.id);

function message(language: 'nl' | 'en', id: string, args: Record<string, string>) {
  const bundle = new FluentBundle(language);
  bundle.addResource(new FluentResource(texts[language]));
  return bundle.formatPattern(bundle.getMessage(id)?.value ?? '', args);
}

const sources = Object.values(
  import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts', '!../generated/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

const rust = Object.values(
  import.meta.glob<string>(['../../../crates/**/*.rs', '../../../src-tauri/src/**/*.rs'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** The beginnings of ids that the window and Rust build from parts. */
const BEGINNINGS = [
  'about-',
  'action-status-',
  'agenda-',
  'aftercare-',
  'approach-',
  'ask-',
  'carer-about-',
  'carer-form-intro-',
  'carer-items-',
  'caseload-show-',
  'caseload-sort-',
  'check-',
  'consent-how-',
  'doing-worked-',
  'due-',
  'error-',
  'export-',
  'family-child',
  'family-date-',
  'family-parent',
  'family-partner',
  'field-',
  'figures-',
  'for-',
  'go-',
  'hour-',
  'item-',
  'layer-professionals-',
  'legend-',
  'life-ask-',
  'list-',
  'load-hand-',
  'mark-',
  'measure-',
  'member-',
  'method-',
  'moment-suggest-',
  'month-',
  'need-ask-',
  'news-',
  'on-paper-',
  'opener-',
  'paper-',
  'passphrase-score-',
  'person-',
  'phase-',
  'plan-',
  'problem-',
  'record-',
  'redo-',
  'repair-',
  'role-new-',
  'role-professional',
  'role-trainee',
  'role-volunteer',
  'roles-',
  'save-',
  'scale-',
  'set-apart-',
  'share-role-',
  'stage-',
  'step-',
  'still-',
  'suggestion-title-',
  'tab-',
  'talents-',
  'template-',
  'theme-',
  'then-',
  'undo-',
  'view-',
  'who-',
  'wishes-',
];
/** The ends of ids that the window and Rust build from parts. */
const ENDS = ['-ask', '-remove'];

describe('the message files', () => {
  it('have no message that nobody uses', () => {
    const words = (texts: readonly string[], pattern: RegExp) =>
      texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
    const used = new Set([
      ...words(sources, /['"`]([a-z][\w-]*)['"`]/g),
      ...words(rust, /"([a-z][\w-]*)"/g),
      ...words([texts.nl, texts.en], /\{ ([a-z][\w-]*) \}/g),
      ...Object.entries(choices).flatMap(([list, values]) =>
        values.map((value) => `${list}-${value.replace('+', 'plus')}`),
      ),
    ]);
    const isBuilt = (id: string) =>
      BEGINNINGS.some((part) => id.startsWith(part)) || ENDS.some((part) => id.endsWith(part));
    expect(ids('nl').filter((id) => !used.has(id) && !isBuilt(id))).toEqual([]);
  });

  it('have the same messages in Dutch and English, each once', () => {
    expect(ids('nl')).toEqual([...new Set(ids('nl'))]);
    expect([...ids('nl')].sort()).toEqual([...ids('en')].sort());
  });

  it('have every message that the window uses', () => {
    const asked = sources.flatMap((text) => [...text.matchAll(/\bt\('([a-z0-9-]+)'/g)]);
    expect(asked.length).toBeGreaterThan(50);
    const there = new Set(ids('nl'));
    expect(asked.map((match) => match[1]).filter((id) => id && !there.has(id))).toEqual([]);
  });

  it('have a name for every kind of record and every field', () => {
    const there = new Set(ids('nl'));
    const names = Object.entries(fields).flatMap(([kind, keys]) => [
      `record-${kind}`,
      ...keys.map((key) => `field-${key}`),
    ]);
    expect(names.filter((name) => !there.has(name))).toEqual([]);
  });

  it('have a name for every tab of a dossier', () => {
    const there = new Set(ids('nl'));
    expect(TABS.filter((tab) => !there.has(`tab-${tab}`))).toEqual([]);
  });

  it.each(['nl', 'en'] as const)(
    'have words for every kind of support within a sentence (%s)',
    (language) => {
      for (const id of ['support-in-words', 'support-place']) {
        const chosen = choices.support.map((kind) => message(language, id, { kind }));
        const other = message(language, id, { kind: 'a kind of a later version' });
        expect(new Set([...chosen, other]).size).toBe(choices.support.length + 1);
      }
    },
  );

  it('have a label for every choice, method and step', () => {
    const there = new Set(ids('nl'));
    const labels = Object.entries(choices).flatMap(([list, values]) =>
      values.map((value) => `${list}-${value.replace('+', 'plus')}`),
    );
    for (const [method, steps] of Object.entries(shipped)) {
      labels.push(`method-${method}`);
      for (const step of steps)
        labels.push(
          `step-${method}-${step}`,
          `for-${method}-${step}`,
          ...[1, 2, 3].map((number) => `ask-${method}-${step}-${number}`),
        );
    }
    expect(labels.filter((label) => !there.has(label))).toEqual([]);
  });
});
