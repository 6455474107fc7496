import { cleanField } from '../../article/sanitise.ts';
import type { Target } from '../../library/post.ts';
import type { Action } from '../keys/actions.ts';
import { targetText } from '../rows/target-text.ts';
import { openedAt } from './beginning.ts';
import type { Context } from './context.ts';
import { emptyEntry } from './entry.ts';
import { focusables } from './focus.ts';
import { listHeight, pageHeight } from './geometry.ts';
import { editLine } from './line-edit.ts';
import { followItem } from './links.ts';
import { type ListShape, moveInList, settleList } from './list.ts';
import { findNamed, nameRank } from './named.ts';
import type { Outcome } from './outcome.ts';
import type { Overlay } from './overlay.ts';
import {
  ALL_POSTS,
  type ArticlePlace,
  categoryView,
  type Place,
  plainArrangement,
  untouchedList,
} from './place.ts';
import { lowestTop, positionOfRow } from './position.ts';
import { bestCategories, categoryShape } from './shapes.ts';

export type Finder = Extract<Overlay, { kind: 'finder' }>;

/** A finder in which nothing has been typed. */
export function newFinder(what: Finder['what']): Finder {
  return { kind: 'finder', what, entry: emptyEntry, list: untouchedList };
}

/** One thing a finder can find. */
export type Item = {
  readonly key: string;
  readonly label: string;
  /** A category's slug where it alone holds what was typed. */
  readonly slug?: string;
  /** What stands at the right, or below where there is no room beside. */
  readonly detail: string;
  /** Where it leads, for its look. */
  readonly kind?: Target['kind'];
};

/** What a finder shows: read by position, for there may be tens of thousands. */
export type Items = {
  readonly length: number;
  readonly at: (index: number) => Item | undefined;
  /** Whether nothing more is to come. */
  readonly done: boolean;
};

function pageOf(place: Place, context: Context) {
  if (place.screen !== 'article') return undefined;
  const opened = openedAt(place, context);
  return opened.status === 'loading' ? undefined : opened.page;
}

function linkItems(place: ArticlePlace, context: Context): readonly Item[] {
  const article = pageOf(place, context)?.article;
  if (article === undefined) return [];
  return focusables(article).map(({ n, image }): Item => {
    if (image >= 0) {
      const { alt = '', src = '' } = article.images[image] ?? {};
      const label = `${context.messages.imageWord}: ${cleanField(alt)}`;
      return { key: String(n), label, detail: cleanField(src), kind: 'external' };
    }
    const link = article.links[n - 1];
    const target = context.target(place.post, n);
    const detail = targetText(target, link?.href ?? '', context);
    return { key: String(n), label: `[${n}] ${link?.text ?? ''}`, detail, kind: target.kind };
  });
}

function headingItems(place: ArticlePlace, context: Context): readonly Item[] {
  const page = pageOf(place, context);
  if (page === undefined) return [];
  const { headings, text } = page.article;
  const least = Math.min(...headings.map(({ level }) => level));
  return headings.map((heading, index): Item => {
    const share = text.length === 0 ? 0 : Math.floor((heading.start / text.length) * 100);
    const label = '  '.repeat(heading.level - least) + heading.text;
    return { key: String(index), label, detail: `${share}%` };
  });
}

const inArticle = new WeakMap<ArticlePlace, Partial<Record<'link' | 'heading', readonly Item[]>>>();

/** The links or headings of an article: worked out once for a place, so that finding has a list to keep to. */
function articleItems(
  place: ArticlePlace,
  what: 'link' | 'heading',
  context: Context,
): readonly Item[] {
  const known = inArticle.get(place) ?? {};
  inArticle.set(place, known);
  known[what] ??= what === 'link' ? linkItems(place, context) : headingItems(place, context);
  return known[what];
}

/** What a finder over `place` shows for the text typed. */
export function finderItems(finder: Finder, place: Place, context: Context): Items {
  const text = finder.entry.text.trim();
  const { messages } = context;
  switch (finder.what) {
    case 'category': {
      const shape = categoryShape(context.categories(), text);
      const first = text === '' ? 1 : 0;
      const found = bestCategories(context.categories(), text);
      return {
        length: shape.length,
        done: context.library.loaded(),
        at: index => {
          const category = found[index - first];
          if (category !== undefined) {
            const { slug: key, label, posts } = category;
            const slug = nameRank(label, text) === 2 ? cleanField(key) : '';
            return { key, label, slug, detail: String(posts) };
          }
          if (index !== 0 || first === 0) return undefined;
          const { length } = context.posts(categoryView(ALL_POSTS)).posts;
          return { key: ALL_POSTS, label: messages.allPosts, detail: String(length) };
        },
      };
    }
    case 'tag': {
      const { tags, done } = context.tags();
      const found = findNamed(tags, text, ({ tag }) => tag);
      return {
        length: found.length,
        done,
        at: index => {
          const tag = found[index];
          if (tag === undefined) return undefined;
          return { key: tag.tag, label: `#${cleanField(tag.tag)}`, detail: String(tag.posts) };
        },
      };
    }
    default: {
      if (place.screen !== 'article') return { length: 0, done: true, at: () => undefined };
      const items = articleItems(place, finder.what, context);
      const found = findNamed(items, text, ({ label, detail }) => `${label} ${detail}`);
      return { length: found.length, done: true, at: index => found[index] };
    }
  }
}

/** Items as a list that can be moved in. */
export function finderShape({ length, at }: Items): ListShape {
  return {
    length,
    key: index => at(index)?.key ?? '',
    find: key => {
      for (let index = 0; index < length; index += 1) if (at(index)?.key === key) return index;
      return -1;
    },
    day: () => null,
  };
}

function take(finder: Finder, place: Place, key: string, context: Context): Outcome<Place> {
  if (finder.what === 'category') return { place, go: { to: 'list', view: categoryView(key) } };
  if (finder.what === 'tag') {
    const view = { ...plainArrangement, of: 'tag', name: key } as const;
    return { place, go: { to: 'list', view } };
  }
  const page = pageOf(place, context);
  if (page === undefined || place.screen !== 'article') return { place };
  if (finder.what === 'link') {
    const item = focusables(page.article).find(({ n }) => n === Number(key));
    return item === undefined ? { place } : followItem(place, page, item, context);
  }
  const start = page.article.headings[Number(key)]?.start;
  if (start === undefined) return { place };
  const row = lowestTop(page, page.lineAt(start), pageHeight(context));
  return { place: { ...place, position: positionOfRow(page, row), anchor: '', offer: null } };
}

/** A key in a finder: it stays open (`overlay`), is closed, or has led somewhere. */
export function reduceFinder(
  finder: Finder,
  place: Place,
  action: Action,
  key: string,
  context: Context,
): Outcome<Place> {
  const entry = editLine(finder.entry, action, key);
  if (entry !== undefined) {
    const isSame = entry.text === finder.entry.text;
    return { place, overlay: { ...finder, entry, list: isSame ? finder.list : untouchedList } };
  }
  if (action === 'cancel') return { place };
  const shape = finderShape(finderItems(finder, place, context));
  const height = listHeight(context);
  const meant = action === 'switch-pane' ? 'down' : action;
  const list = moveInList(shape, finder.list, meant, null, height);
  if (list !== undefined) return { place, overlay: { ...finder, list } };
  if (action !== 'accept' || shape.length === 0) return { place, overlay: finder };
  const { cursor } = settleList(shape, finder.list, height);
  return take(finder, place, shape.key(cursor), context);
}
