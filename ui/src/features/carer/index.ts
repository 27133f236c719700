export { default as CarerIn } from './CarerIn.svelte';
export { default as Carers } from './Carers.svelte';
export { default as AttentionMark } from './AttentionMark.svelte';
export { default as OwnDossier } from './OwnDossier.svelte';
export { carersOf } from './carers.svelte';
