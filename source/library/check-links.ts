/** Links of a post that lead nowhere inside its site. */

import type { Article } from '../article/document.ts';
import { cleanField } from '../article/sanitise.ts';
import { lineAt } from './check-text.ts';
import { faultOf } from './fault.ts';
import { isFile } from './file-read.ts';
import type { Library } from './library.ts';
import type { Fault, Post } from './post.ts';

/** The rest of a Markdown link whose address needs no reading: no blank, bracket, entity or Liquid. */
const PLAIN_LINK = /\]\(\s*<?([^\s()<>\\&{}"']*)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/y;
const OTHERS = [
  /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi,
  /^ {0,3}\[[^\]\n]+\]:[ \t]*(?:\n[ \t]*)?<?([^\s>]+)/gm,
  /<(https?:[^\s<>]+)>/gi,
];
/** Addresses that resolve alike from every post: nothing of them depends on where they stand. */
const FROM_ROOT = /^\/(?!\/)(?!.*\.(?:md|markdown|mkd|mdx)\b)/i;
const RAW = /\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/g;
const LIQUID_LINK = /\{%-?\s*(post_url|link)\s+([^%{}]+?)\s*-?%\}/g;
/** Root-relative addresses remembered as found. */
const MOST_KNOWN = 100_000;

/** Whether a post of that text may hold a link that leads nowhere. Never wrongly false. */
export type LinkSieve = (text: string, post: Post) => boolean;

/** A sieve for the posts of a library: most posts' links are found to lead somewhere without reading an article. */
export function createLinkSieve(library: Pick<Library, 'target'>): LinkSieve {
  const found = new Set<string>();
  const isFound = (href: string, post: Post): boolean => {
    if (href.startsWith('#') || /[{&\\]/.test(href)) return false;
    if (found.has(href)) return true;
    const leads = library.target(href, post).kind !== 'missing';
    if (leads && FROM_ROOT.test(href) && found.size < MOST_KNOWN) found.add(href);
    return leads;
  };
  return (text, post) => {
    for (let at = text.indexOf(']('); at !== -1; at = text.indexOf('](', at + 2)) {
      PLAIN_LINK.lastIndex = at;
      const href = PLAIN_LINK.exec(text)?.[1];
      if (href === undefined || !isFound(href, post)) return true;
    }
    for (const pattern of OTHERS) {
      for (const [, one, two, three] of text.matchAll(pattern)) {
        if (!isFound(one ?? two ?? three ?? '', post)) return true;
      }
    }
    return false;
  };
}

/** The line of an address in the text of a file: where it is written so, or ends so, else `otherwise`. */
function lineOfLink(href: string, text: string, otherwise: number): number {
  const name = href.split('/').filter(Boolean).at(-1) ?? href;
  for (const sought of [href, href.replaceAll('&', '&amp;'), decodeName(name), name]) {
    const at = sought === '' ? -1 : text.indexOf(sought);
    if (at !== -1) return lineAt(text, at);
  }
  return otherwise;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * The links of an article that lead nowhere: to nothing the site holds, or to no place in the post.
 *
 * @param source the whole file, for the lines; the line to name where a link is not found as it is
 * written; whether the anchors of the article are those of its site
 */
export function missingLinks(
  article: Article,
  post: Post,
  library: Pick<Library, 'target'>,
  source: { readonly text: string; readonly bodyLine: number; readonly knowsAnchors: boolean },
): readonly Fault[] {
  const faults = new Map<string, Fault>();
  for (const { href } of article.links) {
    if (faults.has(href)) continue;
    const target = library.target(href, post);
    const isLost =
      source.knowsAnchors &&
      target.kind === 'anchor' &&
      target.target !== '' &&
      target.target !== 'top' &&
      !article.anchors.has(target.target);
    if (target.kind !== 'missing' && !isLost) continue;
    const where = isLost ? 'no place in the post' : 'nothing in the site';
    const message = `the link ${cleanField(href)} leads to ${where}`;
    const kind = isLost ? 'anchor-missing' : 'link-missing';
    faults.set(href, faultOf(kind, lineOfLink(href, source.text, source.bodyLine), message));
  }
  return [...faults.values()];
}

/** `{% post_url %}` and `{% link %}` that name nothing: Jekyll builds no page of such a post. */
export function liquidLinks(
  text: string,
  { site, find }: Pick<Library, 'site' | 'find'>,
): readonly Fault[] {
  if (!text.includes('{%')) return [];
  const faults: Fault[] = [];
  const cooked = text.replace(RAW, raw => raw.replace(/[^\r\n]/g, ' '));
  for (const match of cooked.matchAll(LIQUID_LINK)) {
    const [, tag = '', name = ''] = match;
    if (find(name).found !== 'none') continue;
    if (tag === 'link' && isFile(`${site.root}/${name.replace(/^\/+/, '')}`)) continue;
    const message = `{% ${tag} ${cleanField(name)} %} names nothing in the site`;
    faults.push(faultOf('link-missing', lineAt(cooked, match.index), message));
  }
  return faults;
}
