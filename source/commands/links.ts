import { cleanField } from '../article/sanitise.ts';
import { cutText, padText, textWidth } from '../article/width.ts';
import { readPostArticle } from '../library/post-article.ts';
import { openCollections } from './collections.ts';
import { ambiguousWidth, lineColumns, widest } from './columns.ts';
import type { Context, ExitCode } from './context.ts';
import { linkFields } from './fields.ts';
import { type LinkRecord, linkRecord } from './link-record.ts';
import { locatePost } from './locate-post.ts';
import { writeRecords } from './write-records.ts';

/** Columns of a terminal; a target that is longer than this pushes only its own line. */
const WIDEST_TARGET = 60;

/** A target is never cut, since it is there to be copied; the text takes what is left of the line. */
function lineOf(links: readonly LinkRecord[], context: Context): (link: LinkRecord) => string {
  const columns = lineColumns(context);
  const ambiguous = ambiguousWidth(context);
  if (columns === undefined) {
    return ({ n, kind, target, text }) =>
      [n, kind, cleanField(target), cleanField(text)].join('  ');
  }
  const column = (text: (link: LinkRecord) => string): number => widest(links.map(text), ambiguous);
  const numbers = column(({ n }) => String(n));
  const kinds = column(({ kind }) => kind);
  const targets = Math.min(
    WIDEST_TARGET,
    column(({ target }) => cleanField(target)),
  );
  return link => {
    const target = cleanField(link.target);
    const wide = textWidth(target, ambiguous) > targets;
    const front = [
      String(link.n).padStart(numbers),
      link.kind.padEnd(kinds),
      wide ? target : padText(target, targets, ambiguous),
    ].join('  ');
    const left = columns - textWidth(front, ambiguous) - 2;
    const text = cutText(cleanField(link.text), Math.max(0, left), ambiguous);
    return text === '' ? front.trimEnd() : `${front}  ${text}`;
  };
}

/** `kanbao links`: number, kind of target, target and text of each link of an article. */
export async function* links(context: Context): AsyncGenerator<string, ExitCode> {
  const [reference, ...more] = context.operands;
  if (reference === undefined || more.length > 0) {
    context.warn('links takes one post; kanbao links --help tells more');
    return 2;
  }
  const located = await locatePost(reference, openCollections(context), context);
  if (typeof located === 'number') return located;
  const { post, collection } = located;
  const article = await readPostArticle(collection.library, post);
  const records = article.links
    .slice(0, context.options.limit)
    .map(link => linkRecord(link, post, collection.library));
  return yield* writeRecords(records, context, {
    fields: linkFields,
    record: link => link,
    line: lineOf(context.options.form === 'lines' ? records : [], context),
  });
}
