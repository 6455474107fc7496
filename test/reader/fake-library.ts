import type { Article, ArticleLink } from '../../source/article/document.ts';
import type { Layout, Line } from '../../source/article/line.ts';
import type { Library, PostList, PostQuery } from '../../source/library/library.ts';
import type { Category, Post, Target } from '../../source/library/post.ts';
import { kindSetting, type MarkKind, propertyOf } from '../../source/marks/mark-line.ts';
import type { Marked, Marks } from '../../source/marks/open-marks.ts';

/** A post of category `slug`, an hour older for every `age`. */
export function fakePost(id: string, slug: string, age: number): Post {
  return {
    id,
    title: `Title of ${id}`,
    date: { time: Date.parse('2022-03-11T12:00:00+08:00') - age * 3_600_000, offset: 480 },
    categories: [slug],
    tags: [],
    url: `/${slug}/${id}.html`,
    path: `_posts/${id}.md`,
    file: `/nowhere/_posts/${id}.md`,
    draft: false,
    faults: [],
  };
}

function listOf(posts: readonly Post[]): PostList {
  return {
    length: posts.length,
    at: index => (index < 0 ? undefined : posts[index]),
    slice: (from, to) => posts.slice(from, to),
    indexOf: id => posts.findIndex(post => post.id === id),
  };
}

/** Links of the fake site say where they lead: `home`, `category:a`, `post:a1`, `#name`, a URL. */
function fakeTarget(href: string): Target {
  const [kind = '', target = ''] = href.split(':');
  if (href.startsWith('https:')) return { kind: 'external', target: href };
  if (href.startsWith('#')) return { kind: 'anchor', target: href.slice(1) };
  if (kind === 'home') return { kind, target: '/' };
  if (kind === 'category') return { kind, target };
  if (kind === 'post') return { kind, target, anchor: '' };
  return { kind: 'missing', target: href };
}

/** A library in memory. `grow` adds posts as a batch of loading would. */
export function fakeLibrary(
  given: readonly Post[],
): Library & { readonly grow: (posts: readonly Post[]) => void } {
  let posts = [...given];
  let version = 1;
  const listeners = new Set<() => void>();
  const list = ({ categories }: PostQuery): PostList => {
    const wanted = posts.filter(
      post => categories === undefined || post.categories.some(slug => categories.includes(slug)),
    );
    return listOf(wanted.sort((a, b) => (b.date?.time ?? 0) - (a.date?.time ?? 0)));
  };
  const categories = (): readonly Category[] =>
    [...new Set(posts.flatMap(post => post.categories))].sort().map(slug => ({
      slug,
      label: `Label ${slug}`,
      posts: list({ categories: [slug] }).length,
      newest: null,
    }));
  return {
    site: { root: '/nowhere', title: 'A site', url: '', baseurl: '', key: 'nowhere' },
    version: () => version,
    loaded: () => true,
    gone: () => false,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => Promise.resolve(),
    list,
    categories,
    category: name => categories().find(({ slug }) => slug === name),
    post: id => posts.find(post => post.id === id),
    postAt: path => posts.find(post => post.path === path),
    find: () => ({ found: 'none' }),
    target: fakeTarget,
    search: (words, listener) => {
      const hits = list({})
        .slice(0, posts.length)
        .filter(({ title }) => words.length > 0 && words.every(word => title.includes(word)))
        .map(post => ({ post, where: 'title' as const, snippet: '', match: [0, 0] as const }));
      const timer = setImmediate(() =>
        listener({ hits, settled: true, count: hits.length, looked: 1, done: true }),
      );
      return () => clearImmediate(timer);
    },
    grow: more => {
      posts = [...posts, ...more];
      version += 1;
      for (const listener of listeners) listener();
    },
  };
}

/** Marks that live in memory only. */
export function fakeMarks(): Marks {
  const read = new Set<string>();
  const starred = new Set<string>();
  const listeners = new Set<() => void>();
  const set = (kind: MarkKind, path: string): void => {
    const [property, on] = propertyOf(kind);
    const paths = property === 'read' ? read : starred;
    if (on) paths.add(path);
    else paths.delete(path);
  };
  let actions: (readonly { readonly kind: MarkKind; readonly path: string }[])[] = [];
  const markMany = (kind: MarkKind, paths: readonly string[]): Marked => {
    const [property, on] = propertyOf(kind);
    const marked = property === 'read' ? read : starred;
    const before = kindSetting(kind, !on);
    actions.push(
      paths.filter(path => marked.has(path) !== on).map(path => ({ kind: before, path })),
    );
    for (const path of paths) set(kind, path);
    for (const listener of listeners) listener();
    return { saved: true };
  };
  return {
    isRead: path => read.has(path),
    isStarred: path => starred.has(path),
    readPaths: () => read,
    mark: (kind, path) => markMany(kind, [path]),
    markMany,
    undo: () => {
      const marks = actions.at(-1) ?? [];
      actions = actions.slice(0, -1);
      for (const { kind, path } of marks) set(kind, path);
      for (const listener of listeners) listener();
      return { marks, marked: { saved: true } };
    },
    refresh: () => false,
    follow: () => () => undefined,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** An article of the given text; links are given as [their text, href], in order. */
export function fakeArticle(
  text: string,
  links: readonly (readonly [string, string])[] = [],
  anchors: Readonly<Record<string, number>> = {},
): Article {
  let from = 0;
  const found = links.map(([words, href], index): ArticleLink => {
    const start = text.indexOf(words, from);
    from = start + words.length;
    return { n: index + 1, text: words, href, start, end: from };
  });
  return {
    blocks: [],
    text,
    links: found,
    images: [],
    headings: [],
    anchors: new Map(Object.entries(anchors)),
  };
}

/** A layout that breaks after every `width` characters and at every LF. */
export function fakeLayout(text: string, width: number): Layout {
  const lines: Line[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    for (let at = 0; at === 0 || at < paragraph.length; at += width) {
      const words = paragraph.slice(at, at + width);
      const from = start + at;
      lines.push({
        segments:
          words === '' ? [] : [{ text: words, style: 0, link: 0, role: 'text', start: from }],
        start: from,
        end: from + words.length,
      });
    }
    start += paragraph.length + 1;
  }
  return {
    options: {
      width,
      links: 'none',
      ambiguous: 1,
      paragraphs: 'spaced',
      hang: false,
      imageWord: 'image',
    },
    lines: (from, to) => lines.slice(Math.max(0, from), Math.max(0, to)),
    count: () => lines.length,
    lineAt: offset =>
      Math.max(
        0,
        lines.findLastIndex(line => line.start <= offset),
      ),
  };
}
