export { default as CreateAccount } from './CreateAccount.svelte';
export { default as Recovery } from './Recovery.svelte';
export { default as RenewRecovery } from './RenewRecovery.svelte';
export { default as Welcome } from './Welcome.svelte';
