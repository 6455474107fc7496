/** TOML headers (Zola, Hugo). Loaded only when a header is TOML. */

import { parse, TomlDate, TomlError } from 'smol-toml';
import type { HeaderValue } from './header.ts';

function headerValueOf(value: unknown): HeaderValue {
  if (value === null || value === undefined) return null;
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(headerValueOf);
  return new Map(Object.entries(value).map(([key, item]) => [key, headerValueOf(item)]));
}

export type TomlReading =
  | { readonly read: 'value'; readonly value: HeaderValue }
  /** `line` counts from 0 in the text. */
  | { readonly read: 'bad'; readonly line: number; readonly reason: string };

/** Reads TOML text. Never throws. */
export function readToml(text: string): TomlReading {
  try {
    return { read: 'value', value: headerValueOf(parse(text)) };
  } catch (error) {
    if (!(error instanceof TomlError))
      return { read: 'bad', line: 0, reason: 'it is nested too deep' };
    const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    return { read: 'bad', line: error.line - 1, reason };
  }
}
