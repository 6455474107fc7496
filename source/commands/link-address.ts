import { cleanField } from '../article/sanitise.ts';
import type { Post } from '../library/post.ts';
import type { Site } from '../library/site.ts';

/** Stands for the host of a site that does not say where it is published (RFC 2606). */
const NOWHERE = 'http://site.invalid';

/** Percent-encoding undone as far as the address stays one word. */
function readable(url: string): string {
  try {
    return decodeURI(url).replace(/[\s\x00-\x1f\x7f-\x9f<>"\\^`{|}]/gu, encodeURIComponent);
  } catch {
    return url;
  }
}

function resolved(href: string, site: Site, post: Pick<Post, 'url'>): URL | undefined {
  const base = `${site.url || NOWHERE}${site.baseurl}${post.url}`;
  return URL.canParse(href, base) ? new URL(href, base) : undefined;
}

/**
 * Where a link of a post leads, as one clean word to read or to hand on: a full URL, or the path
 * from the site's root where nobody knows its host. Anchors of the post itself and what is no URL
 * stay as written.
 */
export function linkAddress(href: string, site: Site, post: Pick<Post, 'url'>): string {
  if (href.startsWith('#')) return cleanField(href);
  const url = resolved(href, site, post);
  if (url === undefined) return cleanField(href);
  const local = url.origin === NOWHERE;
  return cleanField(readable(local ? `${url.pathname}${url.search}${url.hash}` : url.href));
}

/** Terminals cut longer addresses off (VTE at 2,083 characters), and none should follow half of one. */
const LONGEST = 2083;

/**
 * The same address for an OSC 8 hyperlink: printable ASCII only, and only of schemes that open a
 * page or a letter. Empty for everything else.
 */
export function hyperlink(href: string, site: Site, post: Pick<Post, 'url'>): string {
  const url = resolved(href, site, post);
  if (url === undefined || url.origin === NOWHERE) return '';
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return '';
  return url.href.length <= LONGEST && /^[\x21-\x7e]+$/.test(url.href) ? url.href : '';
}
