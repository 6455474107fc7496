import { relative } from 'node:path';
import {
  contains,
  findSite,
  type SiteFound,
  type SiteMissing,
  siteOfFile,
} from '../library/find-site.ts';
import type { Site } from '../library/site.ts';
import type { Context } from './context.ts';

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
export function chosenSite(context: Context): Site | undefined {
  const found = findChosen(context);
  if (found.found) return found.site;
  warnMissing(found, context);
  return undefined;
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
