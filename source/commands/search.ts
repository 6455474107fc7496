import { cutText } from '../article/width.ts';
import type { SearchHit } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import { searchAll } from '../library/search-all.ts';
import { loadChosen, unreadableCode } from './collection.ts';
import { ambiguousWidth, lineColumns } from './columns.ts';
import type { Context, ExitCode } from './context.ts';
import { hitFields } from './fields.ts';
import { filterQuery, warnUnknownCategories } from './filters.ts';
import { linesOf, SAMPLE } from './list.ts';
import { litText } from './lit-text.ts';
import { postRecord } from './post-record.ts';
import { writeRecords } from './write-records.ts';

const INDENT = '    ';

function snippetLine(
  { snippet, match: [start, end] }: SearchHit,
  words: readonly string[],
  context: Context,
): string {
  const columns = lineColumns(context);
  const width = columns === undefined ? undefined : Math.max(0, columns - INDENT.length);
  const shown = width === undefined ? snippet : cutText(snippet, width, ambiguousWidth(context));
  if (!context.color) return INDENT + shown;
  const isShown = shown.startsWith(snippet.slice(0, end));
  return INDENT + litText(shown, words, isShown ? [{ start, end }] : []);
}

/** `kanbao search`: posts that hold all the words, hits in titles first, as they are found. */
export async function* search(context: Context): AsyncGenerator<string, ExitCode> {
  const { operands, options, warn } = context;
  const words = operands.flatMap(operand => operand.split(/\s+/)).filter(word => word !== '');
  if (words.length === 0) {
    warn('search takes at least one word; kanbao search --help tells more');
    return 2;
  }
  const collection = await loadChosen(context);
  if (collection === undefined) return 2;
  const { library, marks } = collection;
  warnUnknownCategories(context, library);
  const query = filterQuery(context, marks);
  const sample = library.list(query).slice(0, SAMPLE);
  const listLine = linesOf(sample, library, context, title => litText(title, words));
  const unread = new Set<string>();
  const unreadable = ({ path }: Post, reason: string) => {
    if (!unread.has(path))
      warn(`the file cannot be read and was not searched: ${reason} (${path})`);
    unread.add(path);
  };
  const code = yield* writeRecords(
    searchAll(library, words, { limit: options.limit, query, unreadable }),
    context,
    {
      fields: hitFields,
      record: ({ post, snippet, where }) => ({
        ...postRecord(post, library, marks, context.cwd),
        snippet,
        where,
      }),
      line: hit => `${listLine(hit.post)}\n${snippetLine(hit, words, context)}`,
    },
  );
  return code === 1 && unread.size > 0 ? 2 : unreadableCode(code, collection);
}
