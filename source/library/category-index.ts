import { linkedCategory, toldLabel } from './category-label.ts';
import type { Category, Post, PostDate } from './post.ts';
import { hostOf, type ReturnLink } from './return-links.ts';

/** Posts of a category whose last lines are read for its label. */
const LOOKED_AT = 5;
/** Share of a category's posts that makes a tag its label. */
const NEARLY_ALL = 0.9;

type Entry = {
  readonly slug: string;
  posts: number;
  newest: PostDate | null;
  looked: number;
  readonly labels: Map<string, number>;
  readonly tags: Map<string, number>;
};

/** Categories of the posts added so far, with what is known of their labels. */
export type CategoryIndex = {
  /** Counts a post in. */
  readonly add: (post: Post) => void;
  /** Whether the last lines of this post would still teach something. */
  readonly wantsLinks: (post: Post) => boolean;
  /** Learns labels and hosts from the return links of a post. */
  readonly learn: (post: Post, links: readonly ReturnLink[]) => void;
  /** Counts anew, for posts whose dates have changed; labels stay. */
  readonly recount: (posts: Iterable<Post>) => void;
  /** By newest post first, undated last. */
  readonly categories: () => readonly Category[];
  /** Hosts on which posts link to pages of their own categories. */
  readonly hosts: ReadonlySet<string>;
};

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [text, count] of counts) {
    if (count > most) [best, most] = [text, count];
  }
  return best;
}

/**
 * The one tag that nearly all posts of a category share; undefined if there is none, or several, or
 * only one post, whose tag says what it is about.
 */
function sharedTag({ posts, tags }: Entry): string | undefined {
  if (posts < 2) return undefined;
  const shared = [...tags].filter(([, count]) => count >= posts * NEARLY_ALL);
  return shared.length === 1 ? shared[0]?.[0] : undefined;
}

/** `pageTitle` gives the title of a category's page, null if it has none; asked only where posts say nothing. */
export function createCategoryIndex(pageTitle: (slug: string) => string | null): CategoryIndex {
  const entries = new Map<string, Entry>();
  const hosts = new Set<string>();
  const titles = new Map<string, string | null>();

  const titleOf = (slug: string) => {
    let title = titles.get(slug);
    if (title === undefined) {
      title = pageTitle(slug);
      titles.set(slug, title);
    }
    return title;
  };
  /**
   * The label of every category by its slug: what its posts say, else a tag of their own that no
   * other category is called by or shares, else its page's title, else the slug.
   */
  const labels = (): ReadonlyMap<string, string> => {
    const found = new Map<string, string>();
    const taken = new Set(entries.keys());
    const shared = new Map<string, string[]>();
    for (const entry of entries.values()) {
      const told = mostFrequent(entry.labels);
      const tag = told === undefined ? sharedTag(entry) : undefined;
      if (tag !== undefined) {
        const slugs = shared.get(tag);
        if (slugs === undefined) shared.set(tag, [entry.slug]);
        else slugs.push(entry.slug);
        continue;
      }
      const label = told ?? titleOf(entry.slug) ?? entry.slug;
      found.set(entry.slug, label);
      taken.add(label);
    }
    for (const [tag, slugs] of shared) {
      const isOwn = slugs.length === 1 && (!taken.has(tag) || slugs[0] === tag);
      for (const slug of slugs) found.set(slug, isOwn ? tag : (titleOf(slug) ?? slug));
    }
    return found;
  };

  const add = (post: Post) => {
    for (const slug of post.categories) {
      let entry = entries.get(slug);
      if (entry === undefined) {
        entry = { slug, posts: 0, newest: null, looked: 0, labels: new Map(), tags: new Map() };
        entries.set(slug, entry);
      }
      entry.posts++;
      if (post.date !== null && (entry.newest === null || post.date.time > entry.newest.time)) {
        entry.newest = post.date;
      }
      // A label that its posts have told is never taken from their tags.
      if (entry.labels.size > 0) continue;
      for (const tag of post.tags) entry.tags.set(tag, (entry.tags.get(tag) ?? 0) + 1);
    }
  };

  return {
    hosts,
    add,
    recount: posts => {
      for (const entry of entries.values()) {
        entry.posts = 0;
        entry.newest = null;
        entry.tags.clear();
      }
      for (const post of posts) add(post);
    },
    wantsLinks: post => post.categories.some(slug => (entries.get(slug)?.looked ?? 0) < LOOKED_AT),
    learn: (post, links) => {
      for (const slug of post.categories) {
        const entry = entries.get(slug);
        if (entry !== undefined) entry.looked++;
      }
      for (const link of links) {
        const host = hostOf(link.href);
        if (host !== '' && link.label !== null && linkedCategory(post, link) !== undefined)
          hosts.add(host);
        const told = toldLabel(post, link);
        if (told === undefined) continue;
        const entry = entries.get(told.slug);
        entry?.labels.set(told.label, (entry.labels.get(told.label) ?? 0) + 1);
        entry?.tags.clear();
      }
    },
    categories: () => {
      const names = labels();
      const all = [...entries.values()].map(entry => ({
        slug: entry.slug,
        label: names.get(entry.slug) ?? entry.slug,
        posts: entry.posts,
        newest: entry.newest,
      }));
      return all.sort(byNewest);
    },
  };
}

function byNewest(a: Category, b: Category): number {
  const first = a.newest?.time ?? Number.NEGATIVE_INFINITY;
  const second = b.newest?.time ?? Number.NEGATIVE_INFINITY;
  if (first !== second) return first > second ? -1 : 1;
  return a.slug < b.slug ? -1 : 1;
}
