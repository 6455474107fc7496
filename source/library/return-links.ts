/** The links at a post's end that lead back to its category: they name it, and the site's hosts. */

import { decodePath, slugify } from './slug.ts';

export type ReturnLink = {
  readonly href: string;
  /** What the category is called; null: the link leads to the site's first page. */
  readonly label: string | null;
};

/** Bytes at a post's end among which its return links stand. */
export const END_BYTES = 4096;

/** Characters of a link's words; longer ones are running text. */
const MOST_WORDS = 80;
/** What ends a Markdown link's address: `)` with nothing of an address behind it, or the line. */
const ADDRESS_END = /\)(?=[\s｜|<\\[]|$)|\n/g;
/** Every `<` starts anew, so that no text is looked at twice. */
const HTML_LINK = /<a\s([^<>]*)>([^<]{1,80})<\/a>/gi;
const HREF = /(?:^|["'\s])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i;

const RETURN = [
  /^[\s«<←↩⇐]*(?:返回|回到)\s*(.+)$/u,
  /^[\s«<←↩⇐]*(?:back|return) to (?:the )?(.+)$/iu,
  /^(.+?)\s*(?:に|へ)戻る$/u,
];
const HOME_LINK =
  /^[\s«<←↩⇐]*(?:返回)?(?:首页|主页|首頁|home|home ?page|ホーム|トップ|トップページ)$/iu;

function labelOf(text: string): string | null | undefined {
  const words = text.trim();
  if (HOME_LINK.test(words)) return null;
  for (const pattern of RETURN) {
    const name = pattern.exec(words)?.[1]?.trim();
    if (name !== undefined && name !== '') return HOME_LINK.test(name) ? null : name;
  }
  return undefined;
}

type Add = (words: string, href: string) => void;

/** Links `[words](address)`, found by position: an expression for them is cubic on blanks. */
function markdownLinks(text: string, add: Add): void {
  let end = -1;
  for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 2)) {
    if (end < at) {
      ADDRESS_END.lastIndex = at;
      end = ADDRESS_END.exec(text)?.index ?? text.length;
    }
    if (text[end] !== ')') continue;
    const before = text.slice(Math.max(0, at - MOST_WORDS - 1), at);
    const open = before.lastIndexOf('[');
    const words = before.slice(open + 1);
    if (open === -1 || words === '' || /[\]\n]/.test(words)) continue;
    const address = text.slice(at + 2, end).trim();
    add(words, address.startsWith('<') && address.endsWith('>') ? address.slice(1, -1) : address);
    at = end - 1;
  }
}

function htmlLinks(text: string, add: Add): void {
  for (const [, attributes = '', words = ''] of text.matchAll(HTML_LINK)) {
    const href = HREF.exec(attributes);
    if (href !== null) add(words, href[1] ?? href[2] ?? href[3] ?? '');
  }
}

/** The return links in the text of a post's last lines, Markdown or HTML. Linear in the text. */
export function returnLinks(text: string): readonly ReturnLink[] {
  const links: ReturnLink[] = [];
  const add: Add = (words, href) => {
    const label = labelOf(words);
    if (label !== undefined) links.push({ href: href.trim(), label });
  };
  markdownLinks(text, add);
  htmlLinks(text, add);
  return links;
}

/** The name of the page a link leads to, decoded, without ending: `../emnews/a%20b.html` → `a b`. */
export function lastName(href: string): string {
  const path = href.split(/[?#]/, 1)[0] ?? '';
  const parts = path.replace(/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i, '').split('/');
  while (parts.length > 1 && /^(?:index\.html?)?$/.test(parts.at(-1) ?? '')) parts.pop();
  return parts.length < 2 && /^(?:[a-z]+:)?\/\//i.test(path)
    ? ''
    : decodePath(parts.at(-1) ?? '').replace(/\.html?$/i, '');
}

/** Whether a page's name is that of a category's page: as spelled, or as Jekyll makes slugs. */
export function isPageOf(name: string, slug: string): boolean {
  return name !== '' && (name === slug || slugify(name) === slugify(slug));
}

/** The host a link names, in lower case; empty for a link inside the site it stands on. */
export function hostOf(href: string): string {
  return /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(href)?.[1]?.toLowerCase() ?? '';
}
