import { labelOf } from '../library/label-of.ts';
import type { Library, PostList } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import { type Collection, loadChosen, unreadableCode } from './collection.ts';
import { ambiguousWidth, lineColumns } from './columns.ts';
import type { Context, ExitCode } from './context.ts';
import { postFields } from './fields.ts';
import { filterQuery, warnUnknownCategories } from './filters.ts';
import { type LineFields, postLines } from './post-line.ts';
import { postRecord } from './post-record.ts';
import { refusesOperands } from './refuse.ts';
import { writeRecords } from './write-records.ts';

/** Posts looked at to set the columns' widths; more would hold back the first line. */
export const SAMPLE = 200;

/** Posts taken from a list at a time. */
const PAGE = 256;

function* firstPosts(list: PostList, limit: number): Generator<Post> {
  const end = Math.min(list.length, limit);
  for (let from = 0; from < end; from += PAGE) {
    yield* list.slice(from, Math.min(end, from + PAGE));
  }
}

/** How posts are printed as lines; `sample` tells how wide the columns must be. */
export function linesOf(
  sample: readonly Post[],
  library: Library,
  context: Context,
  light: (title: string) => string = title => title,
): (post: Post) => string {
  const fields = (post: Post): LineFields => ({ post, label: labelOf(post, library) });
  const line = postLines(sample.map(fields), {
    columns: lineColumns(context),
    ambiguous: ambiguousWidth(context),
    color: context.color,
    light,
  });
  return post => line(fields(post));
}

/** Posts that a list may show and still believe its index but for them. */
const FEW = 1000;

function chosenPosts(context: Context, { library, marks }: Collection): PostList {
  return library.list({
    ...filterQuery(context, marks),
    sort: context.options.sort ?? 'date',
    reverse: context.options.reverse,
  });
}

async function* printList(
  context: Context,
  collection: Collection,
): AsyncGenerator<string, ExitCode> {
  const { library, marks } = collection;
  warnUnknownCategories(context, library);
  const list = chosenPosts(context, collection);
  const { limit } = context.options;
  const code = yield* writeRecords(firstPosts(list, limit), context, {
    fields: postFields,
    record: post => postRecord(post, library, marks, context.cwd),
    line: linesOf(list.slice(0, Math.min(SAMPLE, limit)), library, context),
  });
  return unreadableCode(code, collection);
}

/** `kanbao list`: posts, newest first unless told otherwise. */
export async function* list(context: Context): AsyncGenerator<string, ExitCode> {
  if (refusesOperands(context, 'list')) return 2;
  const { limit } = context.options;
  const shown = (collection: Collection) => chosenPosts(context, collection).slice(0, limit);
  const collection = await loadChosen(context, limit > FEW ? undefined : shown);
  return collection === undefined ? 2 : yield* printList(context, collection);
}
