import { breathe } from './breathe.ts';
import { findPost } from './find-post.ts';
import { type IndexHead, type IndexPlace, readHeadFile, removeIndex } from './index-file.ts';
import { createIndexView, type IndexView } from './index-view.ts';
import type { FileFault, Library } from './library.ts';
import { createLive, type Live } from './live-library.ts';
import { createMemoryView } from './memory-view.ts';
import type { Post } from './post.ts';
import { type Refreshed, type RefreshJob, refresh } from './refresh.ts';
import { createSearch } from './search.ts';
import type { SearchedIndex } from './search-worker.ts';
import type { Site } from './site.ts';
import { areUnchanged, stampAt, UNSURE } from './stamp.ts';
import { createTargets } from './targets.ts';
import { type CategoryNames, categoryNames, type View } from './view.ts';

/** A library read from files, with what commands ask of it besides. */
export type SiteLibrary = Library & {
  /** Files and folders that could not be read, or are no posts although they are named like one. */
  readonly faults: () => readonly FileFault[];
  /**
   * As `load`, for an answer that shows few posts. If every folder, the configuration and the pages
   * of categories are as the index has them, so that no post came, went or was renamed, and the
   * posts that `shown` picks are as they were read, the index is believed. The one thing it does
   * not see is a post edited in place that would be among the shown only by what it says now.
   */
  readonly loadFor: (shown: () => readonly Post[]) => Promise<void>;
  /** Writes what was read to the index. Call it when the answer is out; it takes a while. */
  readonly keep: () => void;
  /**
   * From now on shows at once what the index has, whatever the folder holds by now, and then keeps
   * up with the folder: in a thread of its own, first when `load` is called, or at once where there
   * is no index, then whenever something changes. `load` settles when the folder has been compared once.
   */
  readonly live: () => void;
  /** The index that all posts are shown from, for a search in this thread; null: they are in memory. */
  readonly searchedIndex: () => SearchedIndex | null;
  /** Ends what `live` began. */
  readonly close: () => void;
};

export type LibraryOptions = {
  readonly drafts?: boolean;
  /** Folder in which an index of the site is kept; it need not exist. None is kept without it. */
  readonly cache?: string;
};

/**
 * Opens the library of a site. Nothing is read before `load` is called, but for what an index has at
 * hand.
 */
export function openLibrary(site: Site, options: LibraryOptions = {}): SiteLibrary {
  const { drafts = false, cache = null } = options;
  const place: IndexPlace | null = cache === null ? null : { folder: cache, drafts };
  const listeners = new Set<() => void>();
  let view: View = createMemoryView(() => null);
  let indexed: IndexView | null = null;
  let names: CategoryNames | null = null;
  let version = 0;
  let loaded = false;
  let gone = false;
  let loading: Promise<void> | null = null;
  let pendingKeep: (() => void) | null = null;
  let live: Live | null = null;
  let searched: SearchedIndex | null = null;

  const changed = () => {
    version++;
    names = null;
    for (const listener of [...listeners]) listener();
  };
  const allNames = () => {
    names ??= categoryNames(view.categories());
    return names;
  };
  const show = (next: View) => {
    view = next;
    changed();
  };
  const damaged = () => {
    indexed = null;
    if (place !== null) removeIndex(place);
    live?.mend();
  };
  const showIndex = (head: IndexHead): IndexView | null => {
    if (place === null) return null;
    const own = createIndexView(site.root, place, head, () => {
      if (indexed === own) damaged();
    });
    indexed = own;
    searched = { site, place, head };
    view = own;
    return own;
  };
  const take = (refreshed: Refreshed) => {
    if (refreshed.what === 'indexed') showIndex(refreshed.head);
    if (refreshed.what === 'read') {
      view = refreshed.view;
      pendingKeep = refreshed.keep;
    }
    loaded = true;
    changed();
  };
  const job: RefreshJob = { root: site.root, drafts, cache, before: null };
  const load = async () => {
    const refreshed = await refresh(job, growing => {
      if (view === growing) changed();
      else show(growing);
    });
    take(refreshed);
  };
  /** Opens the store of the index between keys, so that none waits for it: all of it is read to prove it. */
  const prepare = async (own: IndexView) => {
    do await breathe();
    while (indexed === own && !own.prepare());
  };
  const start = () => {
    if (loading !== null) return loading;
    if (live !== null && indexed !== null) prepare(indexed);
    loading = live === null ? load() : live.start();
    return loading;
  };
  /** Whether the index can be believed for the posts that are shown. */
  const isBelievable = (shown: () => readonly Post[]): boolean => {
    const head = place === null ? null : readHeadFile(place);
    if (head === null) return false;
    const now = Date.now();
    if (!areUnchanged(head.folders, now) || !areUnchanged(head.pages, now)) return false;
    const own = showIndex(head);
    const isRight = shown().every(post => {
      const stamp = own?.stampOf(post) ?? UNSURE;
      return stamp !== UNSURE && stamp === stampAt(post.file, now);
    });
    return isRight && indexed !== null && indexed === own;
  };

  const asked = {
    site,
    version: () => version,
    list: (query: Parameters<Library['list']>[0]) => view.list(query),
    categories: () => view.categories(),
    category: (name: string) =>
      allNames().bySlug.get(name) ?? view.categories().find(({ label }) => label === name),
    post: (id: string) => view.post(id),
    postAt: (path: string) => {
      const id = view.places.atPath(path);
      return id === undefined ? undefined : view.post(id);
    },
    beginningWith: (beginning: string) => view.beginningWith(beginning),
    tags: () => view.tags(),
  };
  const places: View['places'] = {
    atAddress: path => view.places.atAddress(path),
    atPath: path => view.places.atPath(path),
    named: name => view.places.named(name),
  };
  const find = (reference: string) => findPost(reference, asked, places);
  const searchedIndex = () => (indexed === null || indexed !== view ? null : searched);
  const searches = createSearch({ ...asked, find, load: start }, () =>
    live === null ? null : searchedIndex(),
  );
  const { beginningWith: _, tags: _tags, ...shownTo } = asked;
  return {
    ...shownTo,
    loaded: () => loaded,
    gone: () => gone,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: start,
    loadFor: async shown => {
      if (loading === null && isBelievable(shown)) {
        loading = Promise.resolve();
        loaded = true;
        changed();
      }
      await start();
    },
    live: () => {
      const head = place === null || loading !== null ? null : readHeadFile(place);
      if (head !== null) showIndex(head);
      live ??= createLive(
        { root: site.root, drafts, cache },
        {
          files: indexed === null ? null : (head?.files ?? null),
          isEmpty: () => view.count === 0,
          show: next => {
            if (view === next) changed();
            else show(next);
          },
          showIndex: next => {
            const own = showIndex(next);
            if (own !== null) prepare(own);
            changed();
          },
          gone: isGone => {
            gone = isGone;
            changed();
          },
          looked: () => {
            if (loaded) return;
            loaded = true;
            changed();
          },
        },
      );
      if (loading !== null || indexed === null) loading = live.start();
    },
    close: () => {
      indexed = null;
      live?.stop();
      searches.stop();
    },
    keep: () => {
      pendingKeep?.();
      pendingKeep = null;
    },
    find,
    target: createTargets(asked, places, () => view.hosts),
    search: searches.search,
    searchedIndex,
    faults: () => view.faults,
  };
}
