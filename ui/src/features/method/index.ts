export { default as ChooseMethod } from './ChooseMethod.svelte';
export { default as Steps } from './Steps.svelte';
export { builtInTitle, questionsOf, stepTitle, stepsOf } from './words';
