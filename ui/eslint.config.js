import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import { configs } from 'typescript-eslint';
import * as parser from './lint/parser.js';

/** The path of a file beside this one. */
const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

const features = readdirSync(beside('src/features'));

const zones = [
  {
    target: ['src/shared/**', 'src/shell/!(App.svelte)'],
    from: 'src/features/**',
    message: 'Only App imports features.',
  },
  ...features.map((feature) => ({
    target: `src/features/${feature}/**`,
    from: [`src/features/!(${feature})/!(index.ts)`, `src/features/!(${feature})/*/**`],
    message: 'Of another feature import index.ts only.',
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
      'import-x/parsers': { [beside('lint/parser.js')]: ['.ts', '.svelte'] },
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.svelte'],
          tsconfig: { configFile: beside('tsconfig.json') },
        }),
      ],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-unresolved': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
    },
  },
  { rules: { 'max-len': ['error', { code: 120 }] } },
];
