/** The links at a post's end that lead back to its category: they name it, and the site's hosts. */

import { decodePath, slugify } from './slug.ts';

export type ReturnLink = {
  readonly href: string;
  /** What the category is called; null: the link leads to the site's first page. */
  readonly label: string | null;
};

const MARKDOWN_LINK = /\[([^\][\n]{1,80})\]\(\s*<?([^\n]*?)>?\s*\)(?=[\s｜|<\\[]|$)/g;
const HTML_LINK =
  /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>([^<]{1,80})<\/a>/gi;

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

/** The return links in the text of a post's last lines, Markdown or HTML. */
export function returnLinks(text: string): readonly ReturnLink[] {
  const links: ReturnLink[] = [];
  const add = (words: string, href: string) => {
    const label = labelOf(words);
    if (label !== undefined) links.push({ href: href.trim(), label });
  };
  for (const [, words = '', href = ''] of text.matchAll(MARKDOWN_LINK)) add(words, href);
  for (const [, double, single, bare, words = ''] of text.matchAll(HTML_LINK)) {
    add(words, double ?? single ?? bare ?? '');
  }
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
