// Returns whether the window has little room: on a small screen, or at twice the size. Rarely used controls
// then move behind a button, so that the network gets the rest. Style sheets see the same as the class
// `little` of the page.
import { MediaQuery } from 'svelte/reactivity';

const LITTLE = new MediaQuery('(max-width: 56rem), (max-height: 34rem)');

export const windowSpace = {
  get isLittle(): boolean {
    return LITTLE.current;
  },
};
