export { default as Quality } from './Quality.svelte';
