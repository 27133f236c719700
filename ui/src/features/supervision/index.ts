export { default as Supervision } from './Supervision.svelte';
