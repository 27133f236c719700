import '@fontsource-variable/atkinson-hyperlegible-next';
import './shell/app.css';
import { mount } from 'svelte';
import App from './shell/App.svelte';

const target = document.getElementById('app');
if (target) mount(App, { target });
