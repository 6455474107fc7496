import { cleanField } from '../article/sanitise.ts';
import { padText, textWidth } from '../article/width.ts';
import { readPostArticle } from '../library/post-article.ts';
import { openCollections } from './collection.ts';
import type { Context, ExitCode } from './context.ts';
import { type LinkRecord, linkFields, linkRecord } from './link-record.ts';
import { locatePost } from './locate-post.ts';
import { writeRecords } from './write-records.ts';

/** Columns of a terminal; a target that is longer than this pushes only its own line. */
const WIDEST_TARGET = 60;

function lineOf(links: readonly LinkRecord[], aligned: boolean): (link: LinkRecord) => string {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(t => textWidth(t)));
  const numbers = widest(links.map(({ n }) => String(n)));
  const kinds = widest(links.map(({ kind }) => kind));
  const targets = Math.min(WIDEST_TARGET, widest(links.map(({ target }) => cleanField(target))));
  return link => {
    const target = cleanField(link.target);
    const text = cleanField(link.text);
    if (!aligned) return [link.n, link.kind, target, text].join('  ');
    const wide = textWidth(target) > targets;
    return [
      String(link.n).padStart(numbers),
      link.kind.padEnd(kinds),
      wide ? target : padText(target, targets),
      text,
    ].join('  ');
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
    line: lineOf(records, context.columns !== undefined),
  });
}
