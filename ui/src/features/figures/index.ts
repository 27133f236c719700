export { default as Figures } from './Figures.svelte';
