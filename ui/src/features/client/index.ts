export { default as Client } from './Client.svelte';
