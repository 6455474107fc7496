import { basename, dirname, join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { groupModule, sharedGroups } from './shared-groups.ts';

/** Who loads parts that become files of their own, and how it names them. */
const LOADERS: readonly { readonly file: RegExp; readonly part: RegExp; readonly up: string }[] = [
  { file: /[\\/]source[\\/]cli\.ts$/, part: /^\.\/commands\/[a-z-]+\.ts$/, up: './commands' },
  { file: /[\\/]source[\\/]commands[\\/][a-z-]+\.ts$/, part: /^\.\/[a-z-]+\.ts$/, up: '.' },
];

/**
 * Parts that would otherwise be bundled into nearly every file, or that few of those who may need
 * them do: what reads an article, searches, opens a collection or reads a header, and the threads of
 * the library. Whoever needs one finds it in a folder beside its own.
 */
const SHARED =
  /^\.\.?\/(?:[a-z-]+\/)?(?:read-article|search-scan|search-worker|refresh-worker|collection|header-yaml|header-toml|locate-post)\.ts$/;

/** Packages that are loaded only when they are needed. */
const PACKAGES = /^(?:js-yaml|meow)$/;

const GROUP = 'group:';

/** Which groups a file takes its modules from, the first that has one. */
function groupsFor(entry: string): readonly string[] {
  // Every start loads it, and it needs little of them.
  if (entry === 'commands/run') return [];
  return entry === 'commands/cat' ? ['posts', 'layout'] : ['posts', 'width', 'layout'];
}

export type OwnFiles = {
  /** The plugin for the bundle of one entry point, given by its name in the output folder. */
  readonly pluginFor: (entry: string) => Plugin;
  /** The entry points found so far: name in the output folder, and source file. */
  readonly entries: ReadonlyMap<string, string>;
};

/**
 * Leaves out of a bundle what the program and its commands load by `import()`, and what most of them
 * share, and has it loaded from files of their own, each of which is to be bundled by itself. A start
 * then reads five files where it would read the twenty chunks that the commands and the reader
 * share, and each costs a fiftieth of an empty start. The cache of compiled code is kept by file
 * too: one that serves one command holds compiled what that command runs.
 *
 * What is in two of the files is there twice while both are loaded, so they hand each other only
 * values and objects to be used by their methods.
 *
 * @param source absolute path of the folder of all modules
 */
export function ownFiles(source: string): OwnFiles {
  const entries = new Map<string, string>();
  const pluginFor = (entry: string): Plugin => ({
    name: 'own-files',
    setup(build) {
      const own = sharedGroups.find(({ name }) => entry === `shared/${name}`);
      const groups = groupsFor(entry).flatMap(name =>
        sharedGroups.filter(group => group.name === name),
      );
      build.onResolve({ filter: SHARED }, ({ path, kind, importer }) => {
        if (kind === 'entry-point') return undefined;
        const name = basename(path, '.ts');
        entries.set(`shared/${name}`, join(dirname(importer), path));
        return { path: `../shared/${name}.js`, external: true };
      });
      build.onResolve({ filter: PACKAGES }, ({ path, kind, importer }) => {
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
      build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, importer }) => {
        const module = relative(source, join(dirname(importer), path)).slice(0, -'.ts'.length);
        const group = groups.find(({ modules }) => modules.includes(module));
        if (group === undefined || own?.modules.includes(module)) return undefined;
        entries.set(`shared/${group.name}`, `${GROUP}${group.name}`);
        return { path: `../shared/${group.name}.js`, external: true, sideEffects: false };
      });
      build.onResolve({ filter: /^group:/ }, ({ path }) => ({ path, namespace: 'group' }));
      build.onLoad({ filter: /.*/, namespace: 'group' }, ({ path }) => {
        const group = sharedGroups.find(({ name }) => path === `${GROUP}${name}`);
        if (group === undefined) return undefined;
        return { contents: groupModule(group, source), resolveDir: source, loader: 'ts' };
      });
    },
  });
  return { pluginFor, entries };
}
