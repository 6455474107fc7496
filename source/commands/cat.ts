import type { LayoutOptions } from '../article/line.ts';
import { PostUnreadable } from '../library/read-post.ts';
import { articleRecord } from './article-record.ts';
import {
  articleLines,
  imageWord,
  type Readable,
  separator,
  type TextOptions,
} from './article-text.ts';
import { type Collections, openCollections } from './collections.ts';
import type { Context, ExitCode } from './context.ts';
import { articleFields } from './fields.ts';
import { type Gathered, openAmongOthers, openReadable } from './open-article.ts';
import { writeRecords } from './write-records.ts';

const WIDEST = 80;

type Open<Opened> = (
  reference: string,
  collections: Collections,
  context: Context,
) => Promise<Opened | 1 | 2>;

/** Opens one article after the other; what cannot be opened is told, and its code handed on. */
async function* openAll<Opened extends Readable>(
  context: Context,
  open: Open<Opened>,
  failed: (code: 1 | 2) => void,
): AsyncGenerator<Opened> {
  const collections = openCollections(context);
  for (const reference of context.operands) {
    try {
      const opened = await open(reference, collections, context);
      if (typeof opened === 'number') failed(opened);
      else yield opened;
    } catch (error) {
      if (!(error instanceof PostUnreadable)) throw error;
      context.warn(error.message);
      failed(2);
    }
  }
}

function textOptions({ options, configuration, columns, color, language }: Context): TextOptions {
  const layout: LayoutOptions = {
    width: options.width ?? Math.min(WIDEST, columns ?? WIDEST),
    links: options.links,
    ambiguous: configuration.ambiguous ?? 1,
    paragraphs: configuration.paragraphs ?? 'spaced',
    hang: configuration.hang ?? false,
    imageWord: imageWord(language),
  };
  return { layout, bodyOnly: options.body, color };
}

async function* writeTexts(
  articles: AsyncIterable<Readable>,
  context: Context,
): AsyncGenerator<string, ExitCode> {
  const options = textOptions(context);
  let code: ExitCode = 1;
  for await (const opened of articles) {
    if (code === 0 && !context.options.null) yield separator(options.layout.width);
    for (const line of articleLines(opened, options)) yield `${line}\n`;
    if (context.options.null) yield '\0';
    code = 0;
  }
  return code;
}

function writeRecordsOf(
  articles: AsyncIterable<Gathered>,
  context: Context,
): AsyncGenerator<string, ExitCode> {
  return writeRecords(articles, context, {
    fields: articleFields,
    record: ({ post, article, collection }) =>
      articleRecord(post, article, collection, context.cwd),
    line: ({ article }) => article.text,
  });
}

/** `kanbao cat`: articles as wrapped plain text, or what they say as data. */
export async function* cat(context: Context): AsyncGenerator<string, ExitCode> {
  if (context.operands.length === 0) {
    context.warn('cat takes at least one post; kanbao cat --help tells more');
    return 2;
  }
  let worst: ExitCode = 0;
  const failed = (code: 1 | 2): void => {
    worst = code > worst ? code : worst;
  };
  const code =
    context.options.form === 'lines'
      ? yield* writeTexts(openAll(context, openReadable, failed), context)
      : yield* writeRecordsOf(openAll(context, openAmongOthers, failed), context);
  return worst > 0 ? worst : code;
}
