export { default as Found } from './Found.svelte';
export { walkFound } from './walk';
