import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { freshEnvironment, root, temporaryFolder } from '../helpers/home.ts';

/** What npm says of a package it made. */
export type Packed = {
  readonly filename: string;
  /** Bytes. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
};

/** Runs npm as someone with an empty home and no network; throws with what it said if it fails. */
export function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('npm', [...args], {
    cwd,
    env: freshEnvironment({ npm_config_offline: 'true', npm_config_update_notifier: 'false' }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/**
 * Packs a copy of the project, so that its `dist/`, in use by other tests, stays as it is.
 *
 * @returns the absolute path of the package, and what npm says of it
 */
export function pack(): Packed & { readonly path: string } {
  const copy = temporaryFolder();
  const left = new Set(['node_modules', '.git', 'dist']);
  cpSync(root, copy, { recursive: true, filter: path => !left.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const said = npm(['pack', '--json'], copy);
  // What the scripts print comes before what npm answers.
  const packed: Packed = JSON.parse(said.slice(said.search(/^[[{]$/m)))[0];
  return { ...packed, path: join(copy, packed.filename) };
}
