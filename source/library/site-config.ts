import { join } from 'node:path';
import { cleanField } from '../article/sanitise.ts';
import { decode } from './decode.ts';
import { faultOf } from './fault.ts';
import { readWhole } from './file-read.ts';
import { type HeaderMap, isMap, NO_FIELDS, textOf } from './header.ts';
import { recoverHeader } from './header-recover.ts';
import { scanHeader } from './header-scan.ts';
import type { FileFault } from './library.ts';
import { type Generator, rulesFrom, type SiteRules } from './site-rules.ts';
import { zoneOf } from './zone.ts';

/** Configuration files of the generators, in the order they are looked for. */
export const CONFIG_FILES = [
  '_config.yml',
  '_config.yaml',
  '_config.toml',
  'hugo.toml',
  'zola.toml',
  'config.toml',
  'hugo.yaml',
  'hugo.yml',
] as const;

type ConfigText = {
  readonly name: string;
  readonly text: string;
  readonly toml: boolean;
  /** Lines of the file before `text`. */
  readonly skipped: number;
};

function readIfThere(file: string): string | null {
  try {
    return decode(readWhole(file)).text.replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}

/** The text of a site's configuration without the fences of a YAML document; null if there is none. */
function readConfig(root: string): ConfigText | null {
  for (const name of CONFIG_FILES) {
    const text = readIfThere(join(root, name));
    if (text === null) continue;
    const unfenced = text.replace(/^---[ \t]*\n|\n(?:---|\.\.\.)\s*$/g, '');
    const skipped = /^---[ \t]*\n/.test(text) ? 1 : 0;
    return { name, text: unfenced, toml: name.endsWith('.toml'), skipped };
  }
  return null;
}

function generatorOf(name: string, fields: HeaderMap): Generator {
  if (name.startsWith('_config')) return fields.has('new_post_name') ? 'hexo' : 'jekyll';
  return name.startsWith('zola') || fields.has('base_url') ? 'zola' : 'hugo';
}

/** The plain values at the top of a configuration. A TOML table's are its own, not the site's. */
function plainFields(config: ConfigText): HeaderMap {
  const top = config.toml ? (config.text.split(/^\[/m)[0] ?? '') : config.text;
  return scanHeader(top, 1)?.fields ?? recoverHeader(top);
}

/**
 * The plain values at the top of a site's configuration, read at once and without a parser: enough
 * for its title, address and zone. Nested settings are not among them.
 */
export function readSettings(root: string): HeaderMap {
  const config = readConfig(root);
  return config === null ? NO_FIELDS : plainFields(config);
}

/** Whose rules a site follows, found as `readSettings` finds its title. */
export function readGenerator(root: string): Generator {
  const config = readConfig(root);
  return config === null ? 'none' : generatorOf(config.name, plainFields(config));
}

async function allFields(config: ConfigText): Promise<HeaderMap> {
  if (config.toml) {
    const { readToml } = await import('./header-toml.ts');
    const reading = readToml(config.text);
    return reading.read === 'value' && isMap(reading.value) ? reading.value : plainFields(config);
  }
  const plain = scanHeader(config.text, 1);
  if (plain !== undefined) return plain.fields;
  const { readYaml } = await import('./header-yaml.ts');
  const reading = readYaml(config.text);
  return reading.read === 'value' && isMap(reading.value) ? reading.value : plainFields(config);
}

/** Paths of all the files that can be a site's configuration, there or not. */
export function configFiles(root: string): readonly string[] {
  return CONFIG_FILES.map(name => join(root, name));
}

/** The configuration as it is written, with the name of its file; empty if there is none. */
export function configText(root: string): string {
  const config = readConfig(root);
  return config === null ? '' : `${config.name}\n${config.text}`;
}

/** All that a site's configuration says about posts; the rules of no configuration if there is none. */
export async function readRules(root: string): Promise<SiteRules> {
  const config = readConfig(root);
  if (config === null) return rulesFrom(NO_FIELDS, 'none');
  const fields = await allFields(config);
  return rulesFrom(fields, generatorOf(config.name, fields));
}

/** What is wrong with a site's configuration: not valid, so that it is read line by line, or a zone nobody knows. */
export async function configFaults(root: string): Promise<readonly FileFault[]> {
  const config = readConfig(root);
  if (config === null) return [];
  const path = config.name;
  const faults: FileFault[] = [];
  const reading = config.toml
    ? (await import('./header-toml.ts')).readToml(config.text)
    : (await import('./header-yaml.ts')).readYaml(config.text);
  if (reading.read === 'bad') {
    const message = `the configuration is not valid: ${reading.reason}; read line by line`;
    const line = reading.line + 1 + config.skipped;
    faults.push({ path, ...faultOf('config-invalid', line, message) });
  }
  const timezone = textOf(plainFields(config).get('timezone'));
  if (timezone !== null && zoneOf(timezone) === null) {
    const at = config.text.split('\n').findIndex(line => line.startsWith('timezone'));
    const message = `no zone is called "${cleanField(timezone)}"; times without one are taken for UTC`;
    faults.push({ path, ...faultOf('timezone-unknown', at + 1 + config.skipped, message) });
  }
  return faults;
}

/** The host's name that a `CNAME` file gives the site, empty if there is none. */
export function readCname(root: string): string {
  const text = readIfThere(join(root, 'CNAME')) ?? '';
  return /^[\w.-]+$/.exec(text.trim())?.[0]?.toLowerCase() ?? '';
}
