import { describe, expect, it } from 'vitest';
import type { CaseCard } from '$generated/CaseCard';
import { FIRST, NOBODY, chosen, remembered } from './choose';

const card = (name: string, known: Partial<CaseCard> = {}): CaseCard => ({
  id: name,
  name,
  closed: false,
  example: false,
  method: 'seven-steps',
  step: 'map',
  method_title: null,
  step_title: null,
  members: 0,
  open_actions: 0,
  carer_load: null,
  open_questions: 0,
  news: 0,
  last_edited: '2026-11-25T12:00:00Z',
  started: null,
  closed_on: null,
  contacts: [],
  dues: [],
  last_contact: null,
  next_contact: null,
  late_actions: 0,
  with: [],
  hands: [],
  ...known,
});

const late = { id: 'hand-late-actions', args: { count: '1' } };
const cards = [
  card('Bep', { last_contact: '2026-11-20', next_contact: '2026-12-01' }),
  card('Greet', { hands: [late], with: ['Bram'], last_contact: '2026-10-01' }),
  card('Aydin', { news: 2, step: 'plan' }),
  card('Joop', { closed: true, hands: [late] }),
];
const names = (choice: Partial<typeof FIRST>) =>
  chosen(cards, { ...FIRST, ...choice }).map((one) => one.name);

describe('the caseload', () => {
  it('shows open dossiers, with those that need attention first', () => {
    expect(names({})).toEqual(['Greet', 'Aydin', 'Bep']);
  });

  it('shows a closed dossier that needs attention among the others that do', () => {
    expect(names({ show: 'attention' })).toEqual(['Greet', 'Joop', 'Aydin']);
  });

  it('filters by person, by not being shared, and by step', () => {
    expect(names({ with: 'Bram' })).toEqual(['Greet']);
    expect(names({ with: NOBODY })).toEqual(['Aydin', 'Bep']);
    expect(names({ step: 'seven-steps-plan' })).toEqual(['Aydin']);
  });

  it('sorts by last contact (none or oldest first), by next contact (earliest first) and by name', () => {
    expect(names({ sort: 'last' })).toEqual(['Aydin', 'Greet', 'Bep']);
    expect(names({ sort: 'next' })[0]).toBe('Bep');
    expect(names({ sort: 'name' })).toEqual(['Aydin', 'Bep', 'Greet']);
    const mixed = ['Bep Zwart', 'Bep de Wit', 'Bep Dekker'].map((name) => card(name));
    expect(chosen(mixed, { ...FIRST, sort: 'name' }).map((one) => one.name)).toEqual([
      'Bep de Wit',
      'Bep Dekker',
      'Bep Zwart',
    ]);
  });

  it('drops a saved choice that no dossier matches any more', () => {
    const habits = {
      show: 'closed',
      with: 'Wim',
      step: 'seven-steps-plan',
      sort: 'nonsense',
    };
    expect(remembered(habits, cards)).toEqual({
      show: 'closed',
      with: '',
      step: 'seven-steps-plan',
      sort: 'attention',
    });
  });
});
