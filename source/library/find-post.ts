import { relative, resolve } from 'node:path';
import { dayOf } from './date.ts';
import { safely } from './find-root.ts';
import { isOwnHost } from './hosts.ts';
import type { Found, Library } from './library.ts';
import type { Place, Places } from './places.ts';
import type { Post } from './post.ts';
import { decodePath } from './slug.ts';

type Asked = Pick<Library, 'site' | 'post' | 'list'> & {
  readonly beginningWith: (beginning: string) => readonly Post[];
};

function foundOf(posts: readonly Post[]): Found {
  const [first, second] = posts;
  if (first === undefined) return { found: 'none' };
  return second === undefined ? { found: 'one', post: first } : { found: 'several', posts };
}

/** A path inside the site out of a URL of it; undefined for another site's. */
function pathOfUrl(reference: string, { url, baseurl }: Library['site']): string | undefined {
  const match = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)/i.exec(reference);
  if (match !== null && !isOwnHost(match[1] ?? '', url)) return undefined;
  const path = match === null ? (reference.split(/[?#]/, 1)[0] ?? '') : (match[2] ?? '');
  return path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path;
}

/** Posts called by the name `{% post_url %}` uses: `folder/2022-03-11-name`; the day may be the header's. */
function byName(reference: string, library: Asked, places: Pick<Places, 'named'>): readonly Post[] {
  const folders = reference.replace(/^\/+/, '').split('/');
  const name = folders.pop() ?? '';
  const inFolder = ({ path }: Place) => {
    const above = path
      .split('/')
      .slice(0, -1)
      .filter(folder => folder !== '_posts');
    return folders.filter(folder => folder !== '_posts').every(folder => above.includes(folder));
  };
  const postsOf = (found: readonly Place[]) =>
    found.filter(inFolder).flatMap(({ id }) => library.post(id) ?? []);
  const named = postsOf(places.named(name));
  if (named.length > 0) return named;
  const dated = /^(\d{4}-\d{2}-\d{2})-(.+)$/s.exec(name);
  if (dated === null) return [];
  const sameSlug = postsOf(places.named(dated[2] ?? ''));
  return sameSlug.filter(({ date }) => date !== null && dayOf(date) === dated[1]);
}

/**
 * Finds the post a reference means: `latest`, an id, a path (from the current folder or the site's
 * root), a URL or permalink, a file's name, or a beginning of an id.
 */
export function findPost(
  reference: string,
  library: Asked,
  places: Pick<Places, 'atAddress' | 'atPath' | 'named'>,
): Found {
  if (reference === '') return { found: 'none' };
  const one = (id: string | undefined) => (id === undefined ? undefined : library.post(id));
  if (reference === 'latest') {
    const newest = library.list({}).at(0);
    return newest === undefined ? { found: 'none' } : { found: 'one', post: newest };
  }
  // There is no way from a current folder that was removed: the reference is one from the root then.
  const path = safely(() => relative(library.site.root, resolve(reference)), reference);
  const inside = pathOfUrl(reference, library.site);
  const exact =
    one(reference) ??
    one(places.atPath(path)) ??
    one(places.atPath(reference)) ??
    (inside === undefined || inside === '' ? undefined : one(places.atAddress(inside)));
  if (exact !== undefined) return { found: 'one', post: exact };
  const named = byName(decodePath(reference), library, places);
  if (named.length > 0) return foundOf(named);
  return foundOf(library.beginningWith(reference));
}
