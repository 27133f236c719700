// A suggestion as an action of the plan.
import type { ActionField } from '$generated/ActionField';
import type { SuggestionCard } from '$generated/SuggestionCard';
import { say } from '$shell/i18n.svelte';

/** Returns the fields of the action. `goal` is the goal that the coach chose, if she chose one. */
export function suggestedAction(one: SuggestionCard, goal: string | null): ActionField[] {
  const fields: ActionField[] = [
    { field: 'title', value: say(one.title) },
    { field: 'status', value: 'planned' },
    { field: 'intervention', value: one.intervention },
  ];
  if (one.member) fields.push({ field: 'member', value: one.member });
  if (one.place) fields.push({ field: 'place', value: say(one.place) });
  if (goal) fields.push({ field: 'goal', value: goal });
  return fields;
}
