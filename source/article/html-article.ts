import { type Builder, compile, type Formatter } from 'html-to-text';
import type { Article } from './document.ts';
import { DocumentBuilder } from './document-builder.ts';
import { finishArticle } from './finish-article.ts';
import { isHidden, styleOf } from './html-attributes.ts';
import { BLOCK_READERS } from './html-blocks.ts';
import { INLINE_READERS } from './html-inline.ts';
import { limitTags, MAX_DEPTH } from './html-limits.ts';
import { LIST_READERS } from './html-lists.ts';
import type { ElementReader } from './html-reader.ts';
import { TABLE_READERS } from './html-tables.ts';

/** Elements a browser shows nothing of, or nothing that words could stand for. */
const SILENT = [
  'annotation annotation-xml area audio base canvas col colgroup datalist embed head iframe link',
  'meta noframes noscript object param rp script source style svg template textarea title track',
  'video',
]
  .join(' ')
  .split(' ');

const READERS: Readonly<Record<string, ElementReader>> = {
  ...INLINE_READERS,
  ...BLOCK_READERS,
  ...LIST_READERS,
  ...TABLE_READERS,
  ...Object.fromEntries(SILENT.map(name => [name, () => {}])),
};

/** Our builder in the place of html-to-text's own: its walk asks no more of it than this. */
class WalkBuilder extends DocumentBuilder implements Builder {
  readonly options: unknown;
  readonly picker: unknown;
  readonly metadata: unknown;

  constructor({ options, picker, metadata }: Builder) {
    super();
    this.options = options;
    this.picker = picker;
    this.metadata = metadata;
  }

  addInline(text: string): void {
    this.text(text);
  }
}

/** What `readHtml` hands through html-to-text to get the article back. */
type Result = { article: Article | null };

function formatter(read: ElementReader): Formatter {
  return (element, walk, builder) => {
    if (!(builder instanceof WalkBuilder) || isHidden(element)) return;
    const { id } = element.attribs;
    if (id !== undefined) builder.anchor(id);
    const style = styleOf(element);
    const readElement = (): void => read(element, builder, nodes => walk(nodes, builder));
    if (style === 0) readElement();
    else builder.styled(style, readElement);
  };
}

/** A name that no post can close, since it is drawn anew by every process. */
const ROOT = `article-${Math.random().toString(36).slice(2)}`;

const readRoot: Formatter = (element, walk, builder) => {
  const own = new WalkBuilder(builder);
  walk(element.children, own);
  const result = builder.metadata as Result;
  result.article = finishArticle(own.finish());
};

const convert = compile({
  baseElements: { selectors: [ROOT], returnDomByDefault: true },
  formatters: {
    root: readRoot,
    unknown: formatter((element, _builder, walk) => walk(element.children)),
    ...Object.fromEntries(Object.entries(READERS).map(([name, read]) => [name, formatter(read)])),
  },
  selectors: [
    { selector: '*', format: 'unknown' },
    { selector: ROOT, format: 'root' },
    ...Object.keys(READERS).map(name => ({ selector: name, format: name })),
  ],
  limits: {
    ellipsis: '…',
    maxBaseElements: 1,
    maxDepth: MAX_DEPTH + 8,
    maxInputLength: Number.POSITIVE_INFINITY,
  },
});

/**
 * Reads HTML, however broken, into an article. Nothing hidden is kept; elements nested deeper than
 * `MAX_DEPTH` lose their tags and keep their text. Linear time; never throws.
 */
export function readHtml(html: string): Article {
  const result: Result = { article: null };
  convert(`<${ROOT}>${limitTags(html)}</${ROOT}>`, result);
  return result.article ?? finishArticle(new DocumentBuilder().finish());
}
