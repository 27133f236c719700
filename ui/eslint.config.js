import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { configs } from 'typescript-eslint';
import * as parser from './lint/parser.js';

/** Returns the full path of a file beside this one. The import rules compare full paths. */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const features = readdirSync(path('src/features'));

/** The imports that the folders of `src` do not allow. */
const zones = [
  {
    target: ['src/shared/**', 'src/shell/!(App.svelte)'],
    from: 'src/features/**',
    message: 'Only App imports features.',
  },
  { target: 'src/shared/**', from: 'src/shell/App.svelte*', message: 'Nothing imports App.' },
  ...features.map((feature) => ({
    target: `src/features/${feature}/**`,
    from: [`src/features/!(${feature})/!(index.ts)`, `src/features/!(${feature})/*/**`],
    message: 'Import index.ts only of another feature.',
  })),
];

export default [
  { ignores: ['dist/', 'src/generated/'] },
  ...configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: { parser },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.svelte'],
      'import-x/parsers': { [path('lint/parser.js')]: ['.ts', '.svelte'] },
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.svelte'],
          tsconfig: { configFile: path('tsconfig.json') },
        }),
      ],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-unresolved': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      // `{' '}` holds the space before an element that shows only sometimes; the formatter would drop it.
      'svelte/no-useless-mustaches': 'off',
      // State is marked with `$state`. A plain Map or Set is a cache that nothing on the screen follows.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { rules: { 'max-len': ['error', { code: 120 }] } },
];
