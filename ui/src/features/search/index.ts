export { default as SearchResults } from './SearchResults.svelte';
export { moveFocus } from './move-focus';
