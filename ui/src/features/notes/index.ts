export { default as Lock } from './Lock.svelte';
export { default as MentionedIn } from './MentionedIn.svelte';
export { default as Notes } from './Notes.svelte';
