export { default as ThenAndNow } from './ThenAndNow.svelte';
