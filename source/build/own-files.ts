import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** Who loads parts that become files of their own, and how it names them. */
const LOADERS: readonly { readonly file: RegExp; readonly part: RegExp; readonly up: string }[] = [
  { file: /[\\/]source[\\/]cli\.ts$/, part: /^\.\/commands\/[a-z-]+\.ts$/, up: './commands' },
  { file: /[\\/]source[\\/]commands[\\/][a-z-]+\.ts$/, part: /^\.\/[a-z-]+\.ts$/, up: '.' },
];

/**
 * Parts that would otherwise be bundled into nearly every file, the greater half of each: what reads
 * an article, opens a collection or reads a header, and the threads of the library. Whoever needs
 * one finds it in a folder beside its own. Without this the package is two and a half times as large.
 */
const SHARED =
  /^\.\.?\/(?:[a-z-]+\/)?(?:read-article|search-worker|refresh-worker|collection|header-yaml|header-toml|locate-post)\.ts$/;

export type OwnFiles = {
  readonly plugin: Plugin;
  /** The entry points found so far: name in the output folder, and source file. */
  readonly entries: ReadonlyMap<string, string>;
};

/**
 * Leaves out of a bundle what the program and its commands load by `import()`, and has it loaded
 * from files of their own, each of which is to be bundled by itself. A start then reads three files
 * where it would read the twenty chunks that the commands and the reader share, and each costs a
 * fiftieth of an empty start. The cache of compiled code is kept by file too: one that serves one
 * command holds compiled what that command runs.
 *
 * What is in two of the files is there twice while both are loaded, so they hand each other only
 * values and objects to be used by their methods.
 */
export function ownFiles(): OwnFiles {
  const entries = new Map<string, string>();
  const plugin: Plugin = {
    name: 'own-files',
    setup(build) {
      build.onResolve({ filter: SHARED }, ({ path, kind, importer }) => {
        if (kind === 'entry-point') return undefined;
        const name = basename(path, '.ts');
        entries.set(`shared/${name}`, join(dirname(importer), path));
        return { path: `../shared/${name}.js`, external: true };
      });
      build.onResolve({ filter: /^js-yaml$/ }, ({ path, kind, importer }) => {
        if (kind === 'entry-point' || !/[\\/]source[\\/]/.test(importer)) return undefined;
        entries.set(`shared/${path}`, path);
        return { path: `../shared/${path}.js`, external: true };
      });
      build.onResolve({ filter: /^\.\/.*\.ts$/ }, ({ path, kind, importer }) => {
        if (kind !== 'dynamic-import') return undefined;
        const loader = LOADERS.find(({ file, part }) => file.test(importer) && part.test(path));
        if (loader === undefined) return undefined;
        const name = basename(path, '.ts');
        entries.set(`commands/${name}`, join(dirname(importer), path));
        return { path: `${loader.up}/${name}.js`, external: true };
      });
    },
  };
  return { plugin, entries };
}
