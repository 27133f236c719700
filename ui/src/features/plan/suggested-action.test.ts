import { describe, expect, it } from 'vitest';
import type { SuggestionCard } from '$generated/SuggestionCard';
import { suggestedAction } from './suggested-action';

const message = (id: string) => ({ id, args: { name: 'Marieke' } });
const suggestion: SuggestionCard = {
  intervention: 'revive',
  member: 'p-1',
  says: message('suggestion-faded'),
  asks: message('suggestion-faded-ask'),
  title: message('suggestion-title-revive'),
  place: null,
};

describe('an action from a suggestion', () => {
  it('is for the goal that was chosen', () => {
    expect(suggestedAction(suggestion, 'g-1')).toContainEqual({ field: 'goal', value: 'g-1' });
  });

  it('is for no goal unless one was chosen', () => {
    const fields = suggestedAction(suggestion, null);
    expect(fields.map((one) => one.field)).toEqual(['title', 'status', 'intervention', 'member']);
  });
});
