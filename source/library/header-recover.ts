import type { HeaderValue } from './header.ts';

const KEY = /^([A-Za-z_][\w-]*|"[^"]+"|'[^']+')[ \t]*[:=](?:[ \t]+(.*))?$/u;
const ITEM = /^[ \t]*-[ \t]+(.*)$/u;
const BLOCK = /^[|>][+-]?\d?[+-]?$/;

/** A scalar as its author must have meant it: outer quotes off, inner ones kept. */
function scalarOf(raw: string): string {
  const text = raw.trim();
  const quote = text[0];
  if ((quote === '"' || quote === "'") && text.length > 1) {
    const end = text.lastIndexOf(quote);
    // After the closing quote only a comment may stand, else the quotes belong to the words.
    if (end > 0 && /^\s*(#.*)?$/.test(text.slice(end + 1))) {
      const inner = text.slice(1, end);
      return quote === '"' ? inner.replace(/\\(["\\/])/g, '$1') : inner.replaceAll("''", "'");
    }
    return text;
  }
  const comment = text.search(/[ \t]#/);
  return comment === -1 ? text : text.slice(0, comment).trimEnd();
}

function headerValueOf(raw: string): HeaderValue {
  const text = raw.trim();
  if (/^\[.*\]$/.test(text)) {
    const items = text.slice(1, -1).split(',');
    return items.map(scalarOf).filter(item => item !== '');
  }
  const scalar = scalarOf(text);
  return scalar === '' || scalar === '~' || scalar === 'null' ? null : scalar;
}

/**
 * Reads what can be read of a header line by line: keys at a line's start with what follows them,
 * `- item` lists, block scalars and continued lines. For headers no parser accepts, and for the
 * plain settings of a configuration where nested ones do not matter. The last of equal keys wins.
 */
export function recoverHeader(text: string): ReadonlyMap<string, HeaderValue> {
  const fields = new Map<string, HeaderValue>();
  let key: string | null = null;
  let items: HeaderValue[] | null = null;
  let block: { readonly folded: boolean; readonly lines: string[] } | null = null;
  let parts: string[] = [];
  const close = () => {
    if (key !== null && block !== null)
      fields.set(key, block.lines.join(block.folded ? ' ' : '\n').trim());
    if (key !== null && parts.length > 1) fields.set(key, scalarOf(parts.join(' ')));
    block = null;
    parts = [];
  };
  for (const line of text.split('\n')) {
    const indented = line.startsWith(' ') || line.startsWith('\t');
    if (block !== null && (indented || line === '')) {
      block.lines.push(line.trim());
      continue;
    }
    if (block !== null) close();
    if (line.trim() === '' || line.startsWith('#')) continue;
    const match = indented ? null : KEY.exec(line);
    if (match !== null) {
      close();
      key = (match[1] ?? '').replace(/^["']|["']$/g, '');
      const raw = (match[2] ?? '').trim();
      items = null;
      if (BLOCK.test(raw)) block = { folded: raw.startsWith('>'), lines: [] };
      else {
        const value = headerValueOf(raw);
        fields.set(key, value);
        if (typeof value === 'string') parts.push(value);
      }
      continue;
    }
    if (key === null) continue;
    const item = ITEM.exec(line)?.[1];
    const isEmpty = (fields.get(key) ?? null) === null;
    if (item !== undefined && (isEmpty || items !== null)) {
      items ??= [];
      items.push(scalarOf(item));
      fields.set(key, items);
    } else if (indented && parts.length > 0) {
      parts.push(line.trim());
    }
  }
  close();
  return fields;
}
