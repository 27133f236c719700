export { default as OwnDevice } from './OwnDevice.svelte';
export { default as People } from './People.svelte';
export { default as ReportedLost } from './ReportedLost.svelte';
export { default as Sharing } from './Sharing.svelte';
export { default as SharingNotice } from './SharingNotice.svelte';
