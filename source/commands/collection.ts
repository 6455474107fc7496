import { openLibrary, type SiteLibrary } from '../library/open-library.ts';
import type { Post } from '../library/post.ts';
import type { Site } from '../library/site.ts';
import { type Marks, openMarks } from '../marks/open-marks.ts';
import { cacheFolder, marksFolder } from '../system/folders.ts';
import { chosenSite } from './chosen-site.ts';
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
