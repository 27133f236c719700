export { default as Caseload } from './Caseload.svelte';
