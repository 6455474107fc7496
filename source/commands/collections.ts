import { NO_SITE, type Site } from '../library/site.ts';
import { chosenSite, siteOfPath } from './chosen-site.ts';
import type { Collection } from './collection.ts';
import type { Context } from './context.ts';

/** The collections that the references of one command line lead to, each opened once. */
export type Collections = {
  /** The one chosen, for references that are no paths; `undefined` if there is none. */
  readonly chosen: () => Promise<Collection | undefined>;
  /** The one that a post's file belongs to. */
  readonly ofPath: (file: string) => Promise<Collection>;
  /** The one without posts, for a post that has no site. */
  readonly none: () => Promise<Collection>;
};

/** Collections opened when somebody asks for them; until then nothing of the library is loaded. */
export function openCollections(context: Context): Collections {
  const opened = new Map<string, Promise<Collection>>();
  const open = (site: Site): Promise<Collection> => {
    const collection =
      opened.get(site.root) ??
      import('./collection.ts').then(({ openCollection }) => openCollection(site, context));
    opened.set(site.root, collection);
    return collection;
  };
  let chosen: { readonly site: Site | undefined } | undefined;
  return {
    chosen: async () => {
      chosen ??= { site: chosenSite(context) };
      return chosen.site === undefined ? undefined : open(chosen.site);
    },
    ofPath: async file => open(siteOfPath(file, context)),
    none: () => open(NO_SITE),
  };
}
