import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { mend } from '../../source/build/dependency-fixes.ts';

// Node strips types from .ts by itself but knows no JSX: .tsx goes through the bundler's own transform.
// Screens are drawn in tests by the same Ink as in the bundle, with its fixes.
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:') && url.includes('/node_modules/ink/build/')) {
      const file = fileURLToPath(url);
      const { contents } = mend(file, readFileSync(file, 'utf8'));
      return { format: 'module', source: contents, shortCircuit: true };
    }
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      loader: 'tsx',
      format: 'esm',
      jsx: 'automatic',
      target: 'node24',
      sourcefile: file,
      sourcemap: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
