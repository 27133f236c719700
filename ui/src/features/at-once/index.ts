export { default as AtOnce } from './AtOnce.svelte';
