import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  resolve: {
    alias: {
      $shell: '/src/shell',
      $shared: '/src/shared',
      $features: '/src/features',
      $generated: '/src/generated',
    },
    // The tests use Svelte as the window does. By default they would get its version for a server.
    ...(mode === 'test' && { conditions: ['browser', 'module', 'svelte'] }),
  },
  // Fonts stay files: the content security policy allows no data addresses for them.
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  // Tests compare the window with the source text of Rust.
  server: { fs: { allow: ['..'] } },
  test: {
    include: ['src/**/*.test.ts'],
    environment: './test/client-environment.ts',
    server: { deps: { inline: [/\/svelte\//] } },
  },
}));
