export { default as Export } from './Export.svelte';
export { default as Import } from './Import.svelte';
