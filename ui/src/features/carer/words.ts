// The support that a person gives, in words.
import { choice } from '$shell/i18n.svelte';

/** Returns kinds of support for the middle of a sentence. */
export const supportInWords = (kinds: readonly string[]): string =>
  kinds
    .map((kind) => choice('support', kind))
    .join(', ')
    .toLowerCase();
