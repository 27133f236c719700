import { describe, expect, it } from 'vitest';
import type { RecordKind } from '$generated/RecordKind';
import { shownIn, workedOnIn } from './dossier-tabs';

const tabOf = (kind: RecordKind) => shownIn({ place: 'record', kind, id: 'x-1' });

describe('the tab of a record', () => {
  it('is the map for everything that is drawn on it', () => {
    const drawn = ['person', 'organisation', 'tie', 'partnership', 'parentage'] as const;
    expect(drawn.map((kind) => tabOf(kind).tab)).toEqual(drawn.map(() => 'map'));
  });

  it('is “then and now” for a measuring moment', () => {
    expect(tabOf('moment').tab).toBe('then');
  });

  it('is the plan, in the section that shows it', () => {
    expect(tabOf('check_in')).toMatchObject({ tab: 'plan', about: 'aftercare' });
    expect(tabOf('goal')).toMatchObject({ tab: 'plan', about: 'plan' });
  });
});

it('finds the section of the plan for a step', () => {
  expect(workedOnIn('carry_out')).toEqual({ tab: 'plan', about: 'carry_out' });
  expect(workedOnIn('needs')).toEqual({ tab: 'possibilities', talk: 'needs' });
});
