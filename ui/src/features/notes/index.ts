export { default as PrivateMark } from './PrivateMark.svelte';
export { default as MentionedIn } from './MentionedIn.svelte';
export { default as Notes } from './Notes.svelte';
