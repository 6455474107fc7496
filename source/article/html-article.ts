import { type Builder, compile, type Formatter, type Picker } from 'html-to-text';
import type { Article } from './document.ts';
import { DocumentBuilder } from './document-builder.ts';
import { finishArticle } from './finish-article.ts';
import { isHidden, styleOf } from './html-attributes.ts';
import { BLOCK_READERS } from './html-blocks.ts';
import { INLINE_READERS } from './html-inline.ts';
import { limitTags, MAX_DEPTH, type TagBudget, tagBudget } from './html-limits.ts';
import { LIST_READERS } from './html-lists.ts';
import { divideHtml } from './html-parts.ts';
import type { ElementReader } from './html-reader.ts';
import { TABLE_READERS } from './html-tables.ts';
import { runSteps } from './steps.ts';

/** Elements a browser shows nothing of, or nothing that words could stand for. */
const SILENT = [
  'annotation annotation-xml area audio base canvas clippath col colgroup datalist defs desc embed',
  'head iframe link meta metadata meter noembed noframes noscript param progress rp script source',
  'style symbol template textarea title track video',
]
  .join(' ')
  .split(' ');

const READERS: ReadonlyMap<string, ElementReader> = new Map([
  ...Object.entries(INLINE_READERS),
  ...Object.entries(BLOCK_READERS),
  ...Object.entries(LIST_READERS),
  ...Object.entries(TABLE_READERS),
  ...SILENT.map((name): [string, ElementReader] => [name, () => {}]),
]);

/** Sends every element to the formatter `element`; html-to-text's own would look up its tag. */
const EVERY_ELEMENT: Picker = { pick1: () => ({ format: 'element' }) };

/** Our builder in the place of html-to-text's own: its walk asks no more of it than this. */
class WalkBuilder extends DocumentBuilder implements Builder {
  readonly options: unknown;
  readonly picker = EVERY_ELEMENT;
  readonly metadata: unknown;

  constructor({ options, metadata }: Builder) {
    super();
    this.options = options;
    this.metadata = metadata;
  }

  addInline(text: string): void {
    this.text(text);
  }
}

/** What is handed through html-to-text to get back what was built. */
type Result = { builder: WalkBuilder | null };

/** Reads an element by the reader of its name; of an unknown one, what is in it. */
const readElement: Formatter = (element, walk, builder) => {
  if (!(builder instanceof WalkBuilder) || isHidden(element)) return;
  const { id } = element.attribs;
  if (id !== undefined) builder.anchor(id);
  const reader = READERS.get(element.name);
  const read = (): void => {
    if (reader === undefined) walk(element.children, builder);
    else reader(element, builder, nodes => walk(nodes, builder));
  };
  const style = styleOf(element);
  if (style === 0) read();
  else builder.styled(style, read);
};

/** A name that no post can close, since it is drawn anew by every process. */
const ROOT = `article-${Math.random().toString(36).slice(2)}`;

const readRoot: Formatter = (element, walk, builder) => {
  const result = builder.metadata as Result;
  result.builder ??= new WalkBuilder(builder);
  walk(element.children, result.builder);
};

const convert = compile({
  baseElements: { selectors: [ROOT], returnDomByDefault: true },
  formatters: { root: readRoot, element: readElement },
  selectors: [{ selector: ROOT, format: 'root' }],
  limits: {
    ellipsis: '…',
    maxBaseElements: 1,
    maxDepth: MAX_DEPTH + 8,
    maxInputLength: Number.POSITIVE_INFINITY,
  },
});

function* build(
  parts: Iterable<string>,
  budget?: TagBudget,
): Generator<undefined, DocumentBuilder, void> {
  const result: Result = { builder: null };
  for (const html of parts) {
    if (html !== '') convert(`<${ROOT}>${limitTags(html, budget)}</${ROOT}>`, result);
    yield;
  }
  return result.builder ?? new DocumentBuilder();
}

/**
 * Reads HTML, however broken, into an article, with pauses. Nothing hidden is kept; elements nested
 * deeper than `MAX_DEPTH` lose their tags and keep their text. Linear time; never throws.
 *
 * @param parts pieces of the HTML, each read by itself: no element reaches from one to the next
 */
export function* readHtmlSteps(parts: Iterable<string>): Generator<undefined, Article, void> {
  const builder = yield* build(parts);
  return yield* finishArticle(builder.finish());
}

/** Reads long HTML in parts, as if they were one; see `readHtmlSteps`. */
export function* readLongHtml(html: string): Generator<undefined, Article, void> {
  const builder = yield* build(divideHtml(html), tagBudget(html.length));
  return yield* finishArticle(builder.finish());
}

/** Reads the beginning of HTML, of which only whole blocks are kept; see `readHtmlSteps`. */
export function* readHtmlStart(parts: Iterable<string>): Generator<undefined, Article, void> {
  const builder = yield* build(parts);
  return yield* finishArticle(builder.finishStart());
}

/** Reads HTML in one piece and without a pause; see `readHtmlSteps`. */
export function readHtml(html: string): Article {
  return runSteps(readHtmlSteps([html]));
}
