export { default as OnPaper } from './OnPaper.svelte';
