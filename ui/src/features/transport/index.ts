export { default as DirectForm } from './DirectForm.svelte';
export { default as StorageForm } from './StorageForm.svelte';
export { default as SyncLine } from './SyncLine.svelte';
