import { findSite, type SiteMissing } from '../library/find-site.ts';
import { configurationFile } from '../system/folders.ts';
import { type Collection, openCollection } from './collection.ts';
import type { Context } from './context.ts';

/** What the reader says before its first screen where nobody has told it of any posts. */
export type Welcome = {
  /** Absolute path of the folder that was looked into. */
  readonly folder: string;
  /** Absolute paths that would have made a site of it. */
  readonly looked: readonly string[];
  /** Absolute path of the file that can name a site for good, whether or not it is there. */
  readonly configuration: string;
  /** The home that `~` stands for. */
  readonly home: string | undefined;
};

export type FirstRun = { readonly collection: Collection; readonly welcome: Welcome };

/**
 * The newspaper that comes with kanbao, and what to say before it, where no site was named;
 * `undefined` where one was: a folder that is not there is an error of the command line, not a first run.
 *
 * @param newspaper absolute path of the newspaper
 */
export function firstRun(
  { looked }: SiteMissing,
  context: Context,
  newspaper: string,
): FirstRun | undefined {
  if (looked.length < 2) return undefined;
  const { cwd, env } = context;
  const own = findSite({ posts: newspaper, cwd });
  if (!own.found) return undefined;
  return {
    collection: openCollection(own.site, context),
    welcome: {
      folder: cwd,
      looked,
      configuration: configurationFile(env),
      home: env.HOME,
    },
  };
}
