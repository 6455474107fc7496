import { faultOf } from './fault.ts';
import type { Header, HeaderValue } from './header.ts';
import type { Fault } from './post.ts';

/** Every character is one YAML allows in a stream; a tab sends the header to the full parser. */
const PLAIN_TEXT =
  /^[\n\x20-\x7e\x85\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ITEM = /^( *)- +(?=\S)/;
/** YAML's indicators, which give a plain scalar that starts with one another meaning. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/** Where the colon of the line's plain key is; -1 if it begins with none. */
function keyEnd(line: string): number {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (isLetter(code) || (at > 0 && (code === 0x2d || (code >= 0x30 && code <= 0x39)))) continue;
    const isKey = code === 0x3a && at > 0;
    return isKey && (at + 1 === line.length || line.charCodeAt(at + 1) === 0x20) ? at : -1;
  }
  return -1;
}

/** A letter of ASCII, or `_`. */
function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f;
}

function skipBlanks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 0x20) end++;
  return end;
}

/** A plain or simply quoted scalar; undefined where only a full parser can tell. */
function readScalar(raw: string, inFlow: boolean): string | null | undefined {
  const text = raw.trimEnd();
  const first = text.charCodeAt(0);
  if (first === 0x22 || first === 0x27) {
    const quote = text[0] ?? '';
    const end = text.indexOf(quote, 1);
    if (end !== text.length - 1 || end < 1 || (first === 0x22 && text.includes('\\')))
      return undefined;
    return text.slice(1, -1);
  }
  if (
    (text !== '' && INDICATORS.includes(text[0] ?? '')) ||
    text.includes(': ') ||
    text.includes(' #') ||
    text.endsWith(':')
  )
    return undefined;
  if (inFlow && /[[\]{},]/.test(text)) return undefined;
  return text === '~' || text === 'null' || text === 'Null' || text === 'NULL' || text === ''
    ? null
    : text;
}

/** `[a, "b"]` of simple scalars on one line. */
function readFlowList(raw: string): readonly HeaderValue[] | undefined {
  const text = raw.trimEnd();
  if (!text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return [];
  const items: HeaderValue[] = [];
  for (const part of inner.split(',')) {
    const trimmed = part.trim();
    const item = trimmed === '' ? undefined : readScalar(trimmed, true);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/**
 * Reads a YAML header made of the plain shapes nearly all posts have: `key: value`, one-line quotes
 * without escapes, `[a, b]`, and `- item` lines. undefined where anything else occurs: then the
 * full parser is asked. What it reads it reads as YAML does; duplicated keys are its own affair
 * (the last one wins, with a fault). `firstLine` is the line of the file on which `text` starts.
 */
export function scanHeader(text: string, firstLine: number): Header | undefined {
  if (!PLAIN_TEXT.test(text)) return undefined;
  const fields = new Map<string, HeaderValue>();
  const quoted = new Set<string>();
  const faults: Fault[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '' || line.startsWith('#')) continue;
    const colon = keyEnd(line);
    if (colon === -1) return undefined;
    const key = line.slice(0, colon);
    const raw = line.slice(skipBlanks(line, colon + 1));
    let value: HeaderValue | undefined;
    if (raw === '' || raw.startsWith('#')) {
      const items: HeaderValue[] = [];
      let indent = -1;
      for (
        let item = ITEM.exec(lines[at + 1] ?? '');
        item !== null;
        item = ITEM.exec(lines[at + 1] ?? '')
      ) {
        const depth = item[1]?.length ?? 0;
        if (indent === -1) indent = depth;
        const scalar =
          depth === indent
            ? readScalar((lines[at + 1] ?? '').slice(item[0].length), false)
            : undefined;
        if (scalar === undefined) return undefined;
        items.push(scalar);
        at++;
      }
      value = indent === -1 ? null : items;
    } else {
      value = raw.startsWith('[') ? readFlowList(raw) : readScalar(raw, false);
    }
    // An indented or odd line next would continue this value.
    if (value === undefined || !isStart(lines[at + 1])) return undefined;
    if (fields.has(key)) {
      faults.push(
        faultOf('key-duplicated', firstLine + at, `"${key}" occurs twice; the last one counts`),
      );
      quoted.delete(key);
    }
    if (raw.startsWith('"') || raw.startsWith("'")) quoted.add(key);
    fields.set(key, value);
  }
  return { fields, quoted, faults };
}

function isStart(line: string | undefined): boolean {
  if (line === undefined || line === '') return true;
  const code = line.charCodeAt(0);
  return code === 0x23 || isLetter(code);
}
