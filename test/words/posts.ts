import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OraclePost } from './oracle.ts';

/** A post to be compared: its file, and what the oracle gets of it. */
export type WordsPost = OraclePost & { readonly file: string; readonly htmlOnly: boolean };

const HEADER = /^\ufeff?(?:---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.|\+\+\+)[ \t]*(?:\r?\n|$)/;

/** Whether a body is HTML alone: each of its parts between blank lines begins and ends as a tag. */
function isHtmlOnly(body: string): boolean {
  const parts = body.split(/\n[ \t\r]*\n/).map(part => part.trim());
  return (
    parts.some(part => part !== '') && parts.every(part => /^(?:<[a-z/!][\s\S]*>)?$/i.test(part))
  );
}

/** A post as its file says; the oracle renders Markdown, so what is HTML it gets marked as such. */
function readPost(folder: string, path: string): WordsPost {
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  const header = HEADER.exec(text)?.[0] ?? '';
  const body = text.slice(header.length);
  const isHtml = /\.html?$/.test(path);
  const source = isHtml ? `${header}{::nomarkdown}\n${body}\n{:/}\n` : text;
  const name = path.replace(/\.[^.]+$/, '').replaceAll('/', '~');
  return { file, name, source, body, htmlOnly: isHtml || isHtmlOnly(body) };
}

/** Every post below a folder, by path. */
export function wordsPosts(folder: string): WordsPost[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:md|markdown|html?)$/.test(path))
    .sort()
    .map(path => readPost(folder, path));
}
