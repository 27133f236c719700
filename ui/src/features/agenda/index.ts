export { default as Agenda } from './Agenda.svelte';
export { default as Reminders } from './Reminders.svelte';
export { remind } from './reminders';
