import { cleanField } from '../article/sanitise.ts';
import { padText } from '../article/width.ts';
import { dayOf, isoDate } from '../library/date.ts';
import type { Library } from '../library/library.ts';
import { nameOrder } from '../library/name-order.ts';
import type { Category } from '../library/post.ts';
import type { Marks } from '../marks/open-marks.ts';
import { loadChosen, unreadableCode } from './collection.ts';
import { ambiguousWidth, lineColumns, widest } from './columns.ts';
import type { Context, ExitCode } from './context.ts';
import { categoryFields } from './fields.ts';
import { refusesOperands } from './refuse.ts';
import { writeRecords } from './write-records.ts';

type CountedCategory = Category & { readonly unread: number };

function countUnread(library: Library, marks: Marks): readonly CountedCategory[] {
  const read = new Map<string, number>();
  for (const path of marks.readPaths()) {
    for (const slug of library.postAt(path)?.categories ?? []) {
      read.set(slug, (read.get(slug) ?? 0) + 1);
    }
  }
  return library.categories().map(category => ({
    ...category,
    unread: category.posts - (read.get(category.slug) ?? 0),
  }));
}

function arrange(
  categories: readonly CountedCategory[],
  { options }: Context,
): readonly CountedCategory[] {
  const arranged = categories.filter(({ unread }) => !options.unread || unread > 0);
  if (options.sort === 'title' || options.sort === 'category') {
    const compare = nameOrder();
    const key = options.sort === 'title' ? 'label' : 'slug';
    arranged.sort((a, b) => compare(a[key], b[key]));
  }
  if (options.reverse) arranged.reverse();
  return arranged.slice(0, options.limit);
}

const GAP = '  ';
const NARROWEST_LABEL = 8;

/** The label gives way to the columns there are; a slug is never cut, since it is there to be copied. */
function lineOf(categories: readonly Category[], context: Context): (category: Category) => string {
  const columns = lineColumns(context);
  const ambiguous = ambiguousWidth(context);
  const count = ({ posts }: Category): string => String(posts);
  const day = ({ newest }: Category): string => (newest === null ? '----------' : dayOf(newest));
  const label = (category: Category): string => cleanField(category.label);
  const slug = (category: Category): string => cleanField(category.slug);
  if (columns === undefined) {
    return category => [count(category), day(category), label(category), slug(category)].join(GAP);
  }
  const counts = widest(categories.map(count), 1);
  const labels = widest(categories.map(label), ambiguous);
  const slugs = widest(categories.map(slug), ambiguous);
  const left = columns - counts - 10 - slugs - 3 * GAP.length;
  const room = Math.min(labels, Math.max(NARROWEST_LABEL, left));
  return category =>
    [
      count(category).padStart(counts),
      day(category),
      padText(label(category), room, ambiguous),
      slug(category),
    ].join(GAP);
}

/** `kanbao categories`: number of posts, newest date, label and slug of each. */
export async function* categories(context: Context): AsyncGenerator<string, ExitCode> {
  if (refusesOperands(context, 'categories')) return 2;
  const collection = await loadChosen(context);
  if (collection === undefined) return 2;
  const { library, marks } = collection;
  const arranged = arrange(countUnread(library, marks), context);
  const code = yield* writeRecords(arranged, context, {
    fields: categoryFields,
    record: ({ slug, label, posts, unread, newest }) => ({
      slug,
      label,
      posts,
      unread,
      newest: newest === null ? null : isoDate(newest),
    }),
    line: lineOf(context.options.form === 'lines' ? arranged : [], context),
  });
  return unreadableCode(code, collection);
}
