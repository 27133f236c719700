export { default as Dossier } from './Dossier.svelte';
