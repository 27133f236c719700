export { default as Possibilities } from './Possibilities.svelte';
