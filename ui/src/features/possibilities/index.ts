export { default as Possibilities } from './Possibilities.svelte';
export type { Part } from './Possibilities.svelte';
