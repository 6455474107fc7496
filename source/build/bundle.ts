import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { dependencyFixes } from './dependency-fixes.ts';
import { leanBuiltins } from './lean-builtins.ts';
import { notices } from './notices.ts';
import { ownFiles } from './own-files.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Removes files of earlier builds, but for the last day's: an open reader still loads its own. */
function removeOld(folder: string, isNew: (file: string) => boolean): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !isNew(file) && Date.now() - statSync(file).mtimeMs > DAY) rmSync(file);
  }
}

/** A hash of all files below a folder. */
function hashOf(folder: string): string {
  const hash = createHash('sha1');
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  for (const file of entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Bundles the program into `dist/`: `cli.js`, the chunks it loads when it needs them, each command
 * in a file of its own, and in `notices.txt` the licences of what they hold of others. Throws
 * esbuild's `BuildFailure`, whose message names file and line.
 *
 * @param root absolute path of the project
 */
export async function bundle(root: string): Promise<void> {
  const outdir = join(root, 'dist');
  const { pluginFor, entries } = ownFiles(join(root, 'source'));
  const options = {
    absWorkingDir: root,
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
    define: {
      'process.env.NODE_ENV': '"production"',
      // What one build has kept of posts, another may read otherwise.
      'process.env.KANBAO_BUILD': JSON.stringify(hashOf(join(root, 'source'))),
    },
    logLevel: 'warning',
    metafile: true,
  } as const satisfies BuildOptions;
  const bundled = (name: string, file: string) =>
    build({
      ...options,
      entryPoints: { [name]: file },
      plugins: [pluginFor(name), dependencyFixes(), leanBuiltins()],
    });
  const built = [await bundled('cli', 'source/cli.ts')];
  for (const [name, file] of entries) built.push(await bundled(name, file));
  const outputs = Object.assign({}, ...built.map(({ metafile }) => metafile.outputs));
  removeOld(outdir, file => relative(root, file) in outputs);
  chmodSync(join(outdir, 'cli.js'), 0o755);
  writeFileSync(join(outdir, 'notices.txt'), notices(root, outputs));
}
