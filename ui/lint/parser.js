// Parses TypeScript and Svelte for ESLint with every import of types as an import of values.
// `import-x/no-cycle` skips type imports, but a circle of types binds two files together as well.
import * as svelte from 'svelte-eslint-parser';
import { parser as typescript } from 'typescript-eslint';

export const meta = { name: 'every-import', version: '1' };

export function parseForESLint(code, options) {
  const result = options.filePath.endsWith('.svelte')
    ? svelte.parseForESLint(code, { ...options, parser: typescript })
    : typescript.parseForESLint(code, options);
  for (const node of result.ast.body) {
    for (const inner of node.type === 'SvelteScriptElement' ? node.body : [node]) asValue(inner);
  }
  return result;
}

function asValue(node) {
  if (node.importKind) node.importKind = 'value';
  if (node.exportKind && node.source) node.exportKind = 'value';
  for (const specifier of node.specifiers ?? []) if (specifier.importKind) specifier.importKind = 'value';
}
