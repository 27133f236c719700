// How much room there is: little on a small screen, and on any that is enlarged twice. Then what is used now and then waits behind
// a word, and the client's network gets what is left. The same is said to style sheets, as the class `little` of the page.
import { MediaQuery } from 'svelte/reactivity';

const LITTLE = new MediaQuery('(max-width: 56rem), (max-height: 34rem)');

export const room = {
  get isLittle(): boolean {
    return LITTLE.current;
  },
};
