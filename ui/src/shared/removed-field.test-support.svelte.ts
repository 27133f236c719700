// Removes the text of a field as Svelte does with the field of a component.
import { flushSync } from 'svelte';

/** Shows a field. Returns a function that removes it in the same turn as something last happens to it. */
export function shown(text: { end: () => Promise<void> }): (last: () => void) => void {
  let isShown = $state(true);
  const end = $effect.root(() => {
    $effect(() => {
      if (isShown) $effect(() => () => void text.end());
    });
  });
  flushSync();
  return (last) => {
    last();
    isShown = false;
    flushSync();
    end();
  };
}
