import { textWidth } from '../article/width.ts';
import { dayOf, isoDate } from '../library/date.ts';
import type { Library } from '../library/library.ts';
import type { Category } from '../library/post.ts';
import type { Marks } from '../marks/open-marks.ts';
import { chosenCollection } from './collection.ts';
import type { Context, ExitCode } from './context.ts';
import { refusesOperands } from './refuse.ts';
import { writeRecords } from './write-records.ts';

type CountedCategory = Category & { readonly unread: number };

function countUnread(library: Library, marks: Marks): readonly CountedCategory[] {
  const unread = new Map<string, number>();
  const posts = library.list({});
  for (let index = 0; index < posts.length; index++) {
    const post = posts.at(index);
    if (post === undefined || marks.isRead(post.path)) continue;
    for (const slug of new Set(post.categories)) unread.set(slug, (unread.get(slug) ?? 0) + 1);
  }
  return library.categories().map(category => ({
    ...category,
    unread: unread.get(category.slug) ?? 0,
  }));
}

function arrange(
  categories: readonly CountedCategory[],
  { options }: Context,
): readonly CountedCategory[] {
  const arranged = categories.filter(({ unread }) => !options.unread || unread > 0);
  if (options.sort === 'title' || options.sort === 'category') {
    const { compare } = new Intl.Collator('zh-u-co-pinyin', { numeric: true });
    const key = options.sort === 'title' ? 'label' : 'slug';
    arranged.sort((a, b) => compare(a[key], b[key]));
  }
  if (options.reverse) arranged.reverse();
  return arranged.slice(0, options.limit);
}

function lineOf(categories: readonly Category[], aligned: boolean): (category: Category) => string {
  const most = Math.max(0, ...categories.map(({ posts }) => String(posts).length));
  const widest = Math.max(0, ...categories.map(({ label }) => textWidth(label)));
  return ({ slug, label, posts, newest }) => {
    const day = newest === null ? '----------' : dayOf(newest);
    if (!aligned) return [posts, day, label, slug].join('  ');
    const pad = ' '.repeat(widest - textWidth(label));
    return [String(posts).padStart(most), day, label + pad, slug].join('  ');
  };
}

/** `kanbao categories`: number of posts, newest date, label and slug of each. */
export async function* categories(context: Context): AsyncGenerator<string, ExitCode> {
  if (refusesOperands(context, 'categories')) return 2;
  const collection = chosenCollection(context);
  if (collection === undefined) return 2;
  const { library, marks } = collection;
  await library.load();
  const arranged = arrange(countUnread(library, marks), context);
  return yield* writeRecords(arranged, context, {
    fields: ['slug', 'label', 'posts', 'unread', 'newest'],
    record: ({ slug, label, posts, unread, newest }) => ({
      slug,
      label,
      posts,
      unread,
      newest: newest === null ? null : isoDate(newest),
    }),
    line: lineOf(arranged, context.columns !== undefined),
  });
}
