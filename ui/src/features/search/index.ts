export { default as SearchResults } from './SearchResults.svelte';
export { walkFound } from './walk';
