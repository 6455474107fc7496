import { faultOf } from './fault.ts';
import { type Header, type HeaderMap, type HeaderValue, isMap, NO_FIELDS } from './header.ts';
import type { HeaderBlock } from './header-block.ts';
import { recoverHeader } from './header-recover.ts';
import { scanHeader } from './header-scan.ts';
import type { Fault } from './post.ts';

export type HeaderSource = Extract<HeaderBlock, { found: 'header' }>;

const EMPTY: Header = { fields: NO_FIELDS, quoted: new Set(), faults: [] };

/** Reads a header without loading a parser; undefined where only `readHeader` can. */
export function readPlainHeader(block: HeaderSource): Header | undefined {
  if (block.language === 'refused') {
    const message = `a header in "${block.word}" is not read, and never run`;
    return { ...EMPTY, faults: [faultOf('header-refused', block.line - 1, message)] };
  }
  return block.language === 'yaml' ? scanHeader(block.text, block.line) : undefined;
}

/** The parsers that have been loaded. */
export type Parsers = {
  readonly readYaml?: (text: string) => Reading;
  readonly readToml?: (text: string) => Reading;
};

/** Loads what a header's language needs besides `parsers`. */
export async function loadParser(block: HeaderSource, parsers: Parsers): Promise<Parsers> {
  if (block.language === 'toml') {
    return { ...parsers, readToml: (await import('./header-toml.ts')).readToml };
  }
  return { ...parsers, readYaml: (await import('./header-yaml.ts')).readYaml };
}

/** Reads a header of any shape; undefined if its parser is not loaded. Never throws. */
export function readHeader(block: HeaderSource, parsers: Parsers): Header | undefined {
  const plain = readPlainHeader(block);
  if (plain !== undefined) return plain;
  if (block.language === 'json') return readJson(block);
  const parser = block.language === 'toml' ? parsers.readToml : parsers.readYaml;
  return parser === undefined ? undefined : fromReading(block, parser(block.text));
}

/** Reads as much of a header as can be read at once, with no parser: for what only shows a field. */
export function readRoughHeader(block: HeaderSource): HeaderMap {
  return readPlainHeader(block)?.fields ?? recoverHeader(block.text);
}

type Reading =
  | { readonly read: 'value'; readonly value: HeaderValue }
  | { readonly read: 'bad'; readonly line: number; readonly reason: string };

const NAMES = { yaml: 'YAML', toml: 'TOML', json: 'JSON', refused: '' };

function fromReading(block: HeaderSource, reading: Reading): Header {
  const name = NAMES[block.language];
  if (reading.read === 'bad') {
    const line = Math.min(block.line + Math.max(0, reading.line), block.bodyLine - 1);
    const message = `the header is not valid ${name}: ${reading.reason}; read line by line`;
    return headerOf(block, recoverHeader(block.text), [faultOf('header-invalid', line, message)]);
  }
  if (isMap(reading.value)) return headerOf(block, reading.value, duplicatedKeys(block));
  if (reading.value === null) return EMPTY;
  const message = 'the header holds no "key: value" lines';
  return headerOf(block, recoverHeader(block.text), [
    faultOf('header-invalid', block.line, message),
  ]);
}

function headerOf(block: HeaderSource, fields: HeaderMap, faults: readonly Fault[]): Header {
  const quoted = new Set<string>();
  for (const match of block.text.matchAll(/^([\w-]+):[ \t]+["']/gm)) quoted.add(match[1] ?? '');
  return { fields, quoted, faults };
}

/** Keys written twice at the top of a YAML header, which its parser was told to accept. */
function duplicatedKeys(block: HeaderSource): readonly Fault[] {
  if (block.language !== 'yaml') return [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const lines = block.text.split('\n');
  for (const [at, line] of lines.entries()) {
    const key = /^([A-Za-z_][\w-]*):(?: |$)/.exec(line)?.[1];
    if (key === undefined) continue;
    if (seen.has(key)) {
      faults.push(
        faultOf('key-duplicated', block.line + at, `"${key}" occurs twice; the last one counts`),
      );
    }
    seen.add(key);
  }
  return faults;
}

function readJson(block: HeaderSource): Header {
  try {
    const value: unknown = JSON.parse(block.text);
    const fields = jsonValue(value);
    if (isMap(fields)) return { ...EMPTY, fields };
    return {
      ...EMPTY,
      faults: [faultOf('header-invalid', block.line, 'the header is no JSON object')],
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'nested too deep';
    return {
      ...EMPTY,
      faults: [faultOf('header-invalid', block.line, `the header is not valid JSON: ${reason}`)],
    };
  }
}

function jsonValue(value: unknown): HeaderValue {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(jsonValue);
  return new Map(Object.entries(value).map(([key, item]) => [key, jsonValue(item)]));
}
