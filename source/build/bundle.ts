import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { dependencyFixes } from './dependency-fixes.ts';
import { leanBuiltins } from './lean-builtins.ts';

/**
 * Bundles the program into `dist/`: `cli.js` and the chunks it loads when a command needs them.
 * Throws esbuild's `BuildFailure`, whose message names file and line.
 *
 * @param root absolute path of the project
 */
export async function bundle(root: string): Promise<void> {
  const outdir = join(root, 'dist');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'source/cli.ts' },
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [dependencyFixes(), leanBuiltins()],
    logLevel: 'warning',
  });
  chmodSync(join(outdir, 'cli.js'), 0o755);
}
