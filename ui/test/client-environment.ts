// The environment of the tests. It compiles Svelte as for the window, so that effects run. It has no document.
import type { Environment } from 'vitest/runtime';

export default {
  name: 'window-without-document',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
