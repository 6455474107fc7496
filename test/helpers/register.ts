import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { mend } from '../../source/build/dependency-fixes.ts';

const require = createRequire(import.meta.url);

// Node strips types from .ts by itself but knows no JSX: .tsx goes through the bundler's own transform.
// Screens are drawn in tests by the same React and Ink as in the bundle, with its fixes.
process.env.NODE_ENV ??= 'production';
registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:') && url.includes('/node_modules/ink/build/')) {
      const file = fileURLToPath(url);
      const { contents } = mend(file, readFileSync(file, 'utf8'));
      return { format: 'module', source: contents, shortCircuit: true };
    }
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    // Not loaded before: most tests draw nothing and do without the bundler.
    const { transformSync } = require('esbuild') as typeof import('esbuild');
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
