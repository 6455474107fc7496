import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../helpers/home.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Locked = {
  readonly license?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
};

const manifest: {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly scripts: Readonly<Record<string, string>>;
} = JSON.parse(read('package.json'));
const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  read('package-lock.json'),
);
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('every dependency is justified in a line of the list for developers, and nothing else is', () => {
  const section = /^## Dependencies\n[\s\S]*?(?=^## )/m.exec(read('contributing.md'))?.[0] ?? '';
  const rows = section.split('\n').filter(line => line.startsWith('| `'));
  const listed = rows.flatMap(row => {
    const [, names = '', purpose = ''] = row.split('|');
    assert.ok(purpose.trim().length > 4, row);
    const [first = '', ...more] = Array.from(names.matchAll(/`([^`]+)`/g), ([, name = '']) => name);
    return [first, ...more.map(name => (name.startsWith('-') ? first + name : name))];
  });
  const known = [
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.devDependencies),
  ];
  const fits = (name: string, entry: string) =>
    entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry;
  for (const name of known)
    assert.ok(
      listed.some(entry => fits(name, entry)),
      `not listed: ${name}`,
    );
  for (const entry of listed)
    assert.ok(
      known.some(name => fits(name, entry)),
      `not used: ${entry}`,
    );
});

test('every package of the lockfile has a checksum and a licence that lets us hand it on', () => {
  const allowed =
    /^\(?(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|PSF-2\.0|CC0-1\.0|0BSD|Unicode-3\.0)(?: OR [\w.-]+)?\)?$/;
  for (const [path, { license = 'none', integrity = '' }] of locked) {
    assert.match(license, allowed, path);
    assert.match(integrity, /^sha512-/, path);
  }
});

test('only the packages named in the manifest run a script when they are installed', () => {
  const running = locked.flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path.replace(/^.*node_modules\//, '')] : [],
  );
  for (const name of running) assert.equal(manifest.allowScripts[name], true, name);
  for (const name of ['preinstall', 'install', 'postinstall'])
    assert.equal(manifest.scripts[name], undefined);
});

/** Sources and their texts, below a folder of the program. */
function sources(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => [file.slice(root.length + 1), readFileSync(file, 'utf8')]);
}

test('no source opens a connection, and no text is ever run as code', () => {
  const network =
    /node:(?:net|http|https|http2|dgram|tls|dns|inspector)\b|\bfetch\(|\bWebSocket\b|\bEventSource\b|\bXMLHttpRequest\b/;
  const running = /\beval\(|\bnew Function\b|node:vm\b/;
  for (const [file, text] of sources('source')) {
    if (file.startsWith('source/build/')) continue;
    assert.doesNotMatch(text, network, file);
    assert.doesNotMatch(text, running, file);
  }
});

test('only the system’s part starts programs, and only by lists of arguments', () => {
  const starting = sources('source').filter(([, text]) => text.includes('node:child_process'));
  assert.ok(starting.length > 0);
  for (const [file, text] of starting) {
    assert.match(file, /^source\/(?:system|build)\//);
    assert.doesNotMatch(text, /\bexec(?:Sync)?\(|\bshell: true/, file);
    // A line that the person typed is the only one that a shell gets.
    if (/['"](?:-c|\/bin\/sh)['"]/.test(text))
      assert.equal(file, 'source/system/command-output.ts');
  }
});
