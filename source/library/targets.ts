import { posix } from 'node:path';
import { cleanField } from '../article/sanitise.ts';
import { DAY, daysFromCivil, wallClockOf } from './civil.ts';
import { decodeTail } from './decode.ts';
import { readFileName } from './file-name.ts';
import { withFile } from './file-read.ts';
import { isOwnHost, plainHost } from './hosts.ts';
import type { Library } from './library.ts';
import { createNameTargets } from './name-targets.ts';
import { addressKey, type Places } from './places.ts';
import type { Post, Target } from './post.ts';
import { END_BYTES, hostOf, isPageOf, lastName, returnLinks } from './return-links.ts';
import { readCname } from './site-config.ts';
import { createSiteFiles } from './site-files.ts';
import { decodePath } from './slug.ts';

type Asked = Pick<Library, 'site' | 'post' | 'categories' | 'category' | 'version'> & {
  readonly tags: () => Iterable<string>;
};

/** Addresses of files that are remembered. */
const MOST_KNOWN = 10_000;
/** Folders under which an older site kept its posts by their files' names. */
const POST_FOLDERS = new Set(['old_post', 'old_posts', '_posts', 'posts', 'post']);
/** `./`, `..`, `../../index.html`: the way back in a return line, however deep the post lies. */
const DOTS = /^(?:\.\.?\/)*(?:\.\.?|\.\.?\/(?:index\.html?)?)$/;
const CATEGORY_PAGE = /\/(?:category|categories|emnews)\/[^/]+\/?$/i;

/** A link, taken apart. */
type Link = {
  /** Path inside the site, `baseurl` taken off. */
  readonly path: string;
  readonly anchor: string;
  /** Whether it is written relative to the post. */
  readonly isRelative: boolean;
  /** Folders and name as written, without the dots in front. */
  readonly written: readonly string[];
};

function fragmentOf(href: string): string {
  const at = href.indexOf('#');
  return at === -1 ? '' : cleanField(decodePath(href.slice(at + 1)));
}

function withoutFragment(href: string): string {
  return href.split(/[?#]/, 1)[0] ?? '';
}

/** An address with `/2022/03/11/` in it, one day earlier and one day later. */
function nearDays(path: string): readonly string[] {
  const match = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\//.exec(path);
  if (match === null) return [];
  const day = daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
  return [day - 1, day + 1].map(near => {
    const { year, month, day: date } = wallClockOf(near * DAY);
    const two = (value: number) => String(value).padStart(2, '0');
    return path.replace(match[0], `/${year}/${two(month)}/${two(date)}/`);
  });
}

/** Resolves a relative path against the address of the post it stands in. */
function resolvePath(path: string, from: Post): string {
  if (path.startsWith('/')) return posix.normalize(path);
  const folder = from.url.endsWith('/') ? from.url : posix.dirname(from.url);
  return posix.join('/', folder, path);
}

/**
 * Makes the function that tells where a link in a post leads. Hosts count as the site's own if
 * `_config.yml` or `CNAME` names them, if `hosts` gives them, or if the post itself links to its
 * own category's page on them.
 */
export function createTargets(
  library: Asked,
  places: Pick<Places, 'atAddress' | 'atPath' | 'named'>,
  hosts: () => ReadonlySet<string>,
): Library['target'] {
  const { site } = library;
  const names = createNameTargets(library);
  let cname: string | null = null;
  let last: { readonly id: string; readonly hosts: ReadonlySet<string> } | null = null;

  /** Hosts on which a post's own return links find its own category. */
  const hostsOfPost = (post: Post): ReadonlySet<string> => {
    if (last?.id === post.id) return last.hosts;
    const found = new Set<string>();
    try {
      const text = withFile(post.file, reader => decodeTail(reader.tail(END_BYTES)));
      for (const { href } of returnLinks(text)) {
        const name = lastName(href);
        if (post.categories.some(slug => isPageOf(name, slug))) found.add(plainHost(hostOf(href)));
      }
    } catch {
      // A post that cannot be read tells nothing.
    }
    last = { id: post.id, hosts: found };
    return found;
  };
  const isOwn = (href: string, from: Post): boolean => {
    const host = plainHost(hostOf(href));
    cname ??= readCname(site.root);
    if (isOwnHost(host, site.url) || (cname !== '' && plainHost(cname) === host)) return true;
    if (hosts().has(hostOf(href)) || hostsOfPost(from).has(host)) return true;
    const name = lastName(href);
    return (
      CATEGORY_PAGE.test(withoutFragment(href)) &&
      from.categories.some(slug => isPageOf(name, slug))
    );
  };
  const fullUrl = (path: string, anchor: string) => {
    const fragment = anchor === '' ? '' : `#${anchor}`;
    return `${site.url}${site.url === '' ? '' : site.baseurl}${path}${fragment}`;
  };

  const linkOf = (href: string, from: Post, hasHost: boolean): Link => {
    const bare = withoutFragment(href);
    const raw = hasHost ? bare.replace(/^(?:https?:)?\/\/[^/]*/i, '') || '/' : bare;
    const path = resolvePath(raw, from);
    const { baseurl } = site;
    const isBelow = baseurl !== '' && (path === baseurl || path.startsWith(`${baseurl}/`));
    return {
      path: isBelow ? path.slice(baseurl.length) || '/' : path,
      anchor: fragmentOf(href),
      isRelative: !raw.startsWith('/'),
      written: raw.split('/').filter(part => part !== '' && part !== '.' && part !== '..'),
    };
  };

  const postAt = (link: Link, from: Post): string | undefined => {
    const direct = places.atAddress(link.path);
    if (direct !== undefined) return direct;
    const name = decodePath(link.written.at(-1) ?? '');
    if (/\.(?:md|markdown|mkd|mdx)$/i.test(link.path)) {
      const decoded = decodePath(link.written.join('/'));
      const beside = posix.join(posix.dirname(from.path), decoded);
      const called = places.named(name).filter(({ path }) => path.endsWith(`/${name}`));
      return places.atPath(beside) ?? places.atPath(decoded) ?? onlyOne(called);
    }
    return byOldName(link, name) ?? byDay(link, name) ?? byContentPath(link, from);
  };
  /** A file without its ending, from the post's folder or the content folder, as Hugo's `ref` names it. */
  const byContentPath = (link: Link, from: Post): string | undefined => {
    if (!/(?:^|\/)content\//.test(from.path) || link.written.length === 0) return undefined;
    const written = decodePath(link.written.join('/')).replace(/\/$/, '');
    const content = from.path.slice(0, from.path.lastIndexOf('content/') + 'content'.length);
    for (const folder of link.isRelative ? [posix.dirname(from.path), content] : [content]) {
      for (const ending of ['.md', '/index.md', '.html', '.mdx']) {
        const found = places.atPath(posix.join(folder, `${written}${ending}`));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const onlyOne = (found: readonly { readonly id: string }[]) =>
    found.length === 1 ? found[0]?.id : undefined;
  /** `old_post/NAME.html`, or a file's whole name with its date. */
  const byOldName = (link: Link, name: string): string | undefined => {
    const stem = name.replace(/\.html?$/i, '');
    const { dated } = readFileName(`${stem}.md`);
    const folder = link.written.at(-2)?.toLowerCase() ?? '';
    return dated || POST_FOLDERS.has(folder) ? onlyOne(places.named(stem)) : undefined;
  };
  /** An address that is a post's own but for the day, which another time zone moves by one. */
  const byDay = (link: Link, name: string): string | undefined => {
    const days = nearDays(link.path);
    if (days.length === 0) return undefined;
    const keys = days.map(addressKey);
    const near = places.named(name.replace(/\.html?$/i, '')).filter(({ id }) => {
      const post = library.post(id);
      return post !== undefined && keys.includes(addressKey(post.url));
    });
    return onlyOne(near);
  };

  let files: {
    readonly version: number;
    readonly known: Map<string, boolean>;
    readonly holds: (path: string) => boolean;
  } | null = null;
  /** Whether the site holds a file at that address; asked of the disk once while the library stays as it is. */
  const isFile = (path: string): boolean => {
    if (files?.version !== library.version()) {
      files = { version: library.version(), known: new Map(), holds: createSiteFiles(site.root) };
    }
    let is = files.known.get(path);
    if (is === undefined) {
      is = files.holds(path);
      if (files.known.size < MOST_KNOWN) files.known.set(path, is);
    }
    return is;
  };

  return (href, from) => {
    const written = href.trim();
    if (written === '' || written.startsWith('#'))
      return { kind: 'anchor', target: fragmentOf(written) };
    if (/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(written))
      return { kind: 'external', target: written };
    const hasHost = /^(?:https?:)?\/\//i.test(written);
    const external: Target = {
      kind: 'external',
      target: written.startsWith('//') ? `https:${written}` : written,
    };
    if (hasHost && !isOwn(written, from)) return external;
    if (DOTS.test(withoutFragment(written))) return { kind: 'home', target: '/' };
    // Zola writes links from its content folder: `@/news/x.md`.
    const content = written.startsWith('@/') ? written.slice(1) : undefined;
    if (content !== undefined) {
      const post = places.atPath(`content${decodePath(withoutFragment(content))}`);
      if (post !== undefined) return { kind: 'post', target: post, anchor: fragmentOf(written) };
    }
    const link = linkOf(content ?? written, from, hasHost);
    const key = addressKey(link.path);
    if (key === '') return { kind: 'home', target: '/' };
    const post = postAt(link, from);
    if (post !== undefined) return { kind: 'post', target: post, anchor: link.anchor };
    const named = names.resolve(key, link.anchor, link.isRelative ? link.written : key.split('/'));
    if (named !== undefined) return named;
    if (
      hasHost &&
      site.baseurl !== '' &&
      link.path ===
        resolvePath(withoutFragment(written).replace(/^(?:https?:)?\/\/[^/]*/i, ''), from)
    ) {
      return external;
    }
    return {
      kind: isFile(link.path) ? 'external' : 'missing',
      target: fullUrl(link.path, link.anchor),
    };
  };
}
