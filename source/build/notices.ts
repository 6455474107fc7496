import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** A package's name and version, and the terms it comes under. */
type Notice = { readonly name: string; readonly terms: string };

const LICENCE_FILE = /^(?:licen[cs]e|notice|copying)/i;
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Folders of the packages, relative to the project, of which something is in the bundle. */
function packagesIn(outputs: Metafile['outputs']): readonly string[] {
  const folders = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = PACKAGE.exec(file)?.[0];
      if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders].sort();
}

function read(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
}

/** Notices of what a package has itself bundled, from the list that its bundler wrote. */
function bundledNotices(list: string): readonly Notice[] {
  return list.split(/\n---\n/).flatMap(entry => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(entry)?.[1] ?? '';
    const terms = entry.split(/^===$/m)[1] ?? `${field('License')}, ${field('Author')}`;
    return field('Name') === ''
      ? []
      : [{ name: `${field('Name')} ${field('Version')}`, terms: terms.trim() }];
  });
}

function noticesOf(folder: string): readonly Notice[] {
  const { name, version, license, author } = JSON.parse(read(join(folder, 'package.json')));
  const terms = readdirSync(folder)
    .filter(file => LICENCE_FILE.test(file))
    .map(file => read(join(folder, file)))
    .join('\n\n');
  const own = {
    name: `${name} ${version}`,
    terms: terms || `${license}, ${author?.name ?? author}`,
  };
  const list = join(folder, 'build/licenses.md');
  return name === 'meow' ? [own, ...bundledNotices(read(list))] : [own];
}

/** Terms without who holds the copyright, blanks evened out: equal for all under one licence. */
function conditions(terms: string): string {
  return terms
    .replace(/^.*(?:copyright (?:\(c\)|©|\d)|all rights reserved).*$/gim, '')
    .replace(/^.*\b(?:MIT|ISC) License\b.*$/gim, '')
    .replace(/[\s*#]+/g, ' ')
    .trim();
}

function holders(terms: string): readonly string[] {
  return (terms.match(/^.*copyright (?:\(c\)|©|\d).*$/gim) ?? []).map(line => line.trim());
}

/**
 * The licence texts of everything the bundle holds of other packages, each text once below those
 * that come under it, with their copyright lines: the licences ask for these to go with every copy.
 *
 * @param root absolute path of the project
 * @param outputs what was made from which files, as esbuild tells it
 */
export function notices(root: string, outputs: Metafile['outputs']): string {
  const all = packagesIn(outputs).flatMap(folder => noticesOf(join(root, folder)));
  const groups = [...Map.groupBy(all, ({ terms }) => conditions(terms)).values()];
  const texts = groups.map(group => {
    const packages = group.map(({ name, terms }) => [name, ...holders(terms)].join('\n  '));
    return `${packages.join('\n')}\n\n${group[0]?.terms ?? ''}\n`;
  });
  return `kanbao holds parts of these packages.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
