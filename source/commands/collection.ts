import { relative } from 'node:path';
import {
  contains,
  findSite,
  type SiteFound,
  type SiteMissing,
  siteOfFile,
} from '../library/find-site.ts';
import { openLibrary, type SiteLibrary } from '../library/open-library.ts';
import type { Post } from '../library/post.ts';
import type { Site } from '../library/site.ts';
import { type Marks, openMarks } from '../marks/open-marks.ts';
import { cacheFolder, marksFolder } from '../system/folders.ts';
import type { Context, ExitCode } from './context.ts';

/** A site's posts and what was done with them. */
export type Collection = {
  readonly site: Site;
  readonly library: SiteLibrary;
  readonly marks: Marks;
};

/** Opens the posts of a site; nothing is read before somebody asks for it. */
export function openCollection(site: Site, { env, options, afterwards }: Context): Collection {
  const cache = cacheFolder(env, site.key);
  const library = openLibrary(site, { drafts: options.drafts, cache });
  afterwards(library.keep);
  return { site, library, marks: openMarks(marksFolder(env, site.key)) };
}

/** The site that the options, the environment or the current folder name. */
export function findChosen({ options, env, configuration, cwd }: Context): SiteFound | SiteMissing {
  return findSite({ posts: options.posts, env, configured: configuration.posts, cwd });
}

/** Says that there is no site, and where one was looked for. */
export function warnMissing({ message, looked }: SiteMissing, { cwd, warn }: Context): void {
  const names = looked.map(path => relative(cwd, path)).join(', ');
  // A folder that was named is all that was looked for, and the message names it.
  const where = looked.length > 1 ? `; looked for ${names}` : '';
  warn(`${message}${where}; for example: kanbao list --posts ~/news`);
}

/** The site of `findChosen`; says so if there is none. */
function chosenSite(context: Context): Site | undefined {
  const found = findChosen(context);
  if (found.found) return found.site;
  warnMissing(found, context);
  return undefined;
}

/** The posts of `chosenSite`. */
export function chosenCollection(context: Context): Collection | undefined {
  const site = chosenSite(context);
  return site === undefined ? undefined : openCollection(site, context);
}

function unreadable({ library }: Collection) {
  return library.faults().filter(({ fault }) => fault === 'unreadable');
}

/**
 * The posts of `chosenSite`; says which folders could not be read.
 *
 * @param shown the only posts whose headers the answer shows, if those are few (see `loadFor`)
 */
export async function loadChosen(
  context: Context,
  shown?: (collection: Collection) => readonly Post[],
): Promise<Collection | undefined> {
  const collection = chosenCollection(context);
  if (collection === undefined) return undefined;
  const { library } = collection;
  await (shown === undefined ? library.load() : library.loadFor(() => shown(collection)));
  for (const { path, message } of unreadable(collection)) context.warn(`${message} (${path})`);
  return collection;
}

/** The exit code of a command that found nothing: 2 where there was something it could not read. */
export function unreadableCode(code: ExitCode, collection: Collection): ExitCode {
  return code === 1 && unreadable(collection).length > 0 ? 2 : code;
}

/**
 * The site of a post given by its path: the one `--posts` names if the file is in it, else its own,
 * else, where it has none that is configured, the one at hand.
 */
export function siteOfPath(file: string, context: Context): Site {
  const { posts } = context.options;
  const around = (): Site | undefined => {
    const found = findChosen(context);
    return found.found ? found.site : undefined;
  };
  if (posts !== undefined) {
    const site = around();
    if (site !== undefined && contains(site.root, file)) return site;
  }
  return siteOfFile(file, around);
}

/** The collections that the references of one command line lead to, each opened once. */
export type Collections = {
  /** The one chosen, for references that are no paths; `undefined` if there is none. */
  readonly chosen: () => Collection | undefined;
  /** The one that a post's file belongs to. */
  readonly ofPath: (file: string) => Collection;
};

/** Collections opened when somebody asks for them. */
export function openCollections(context: Context): Collections {
  const opened = new Map<string, Collection>();
  const open = (site: Site): Collection => {
    const collection = opened.get(site.root) ?? openCollection(site, context);
    opened.set(site.root, collection);
    return collection;
  };
  let chosen: { readonly site: Site | undefined } | undefined;
  return {
    chosen: () => {
      chosen ??= { site: chosenSite(context) };
      return chosen.site === undefined ? undefined : open(chosen.site);
    },
    ofPath: file => open(siteOfPath(file, context)),
  };
}
