import type { Article } from '../../article/document.ts';
import { layoutArticle } from '../../article/layout.ts';
import type { LayoutOptions } from '../../article/line.ts';
import { countWords } from '../../article/word-count.ts';
import type { Post } from '../../library/post.ts';
import { PostUnreadable } from '../../library/read-post.ts';
import type { ReaderSettings } from '../settings.ts';
import type { Messages } from '../words/messages.ts';
import { joinPage, type Page } from './page.ts';
import { plainArticle } from './page-heading.ts';

/** Everything the reader needs only once a post is open, loaded after the first frame. */
export { beginPostArticle, readPostArticle } from '../../library/post-article.ts';

const HAN = /\p{Script=Han}/gu;
/** Han characters and words of other scripts that a reader takes in a minute. */
const HAN_A_MINUTE = 400;
const WORDS_A_MINUTE = 230;

/** Characters counted; a longer text is taken to go on as it began. */
const SAMPLE = 100_000;

/** Minutes an article takes to read, at least one where there is a word. */
export function readingMinutes(text: string): number {
  const sample = text.slice(0, SAMPLE);
  const han = sample.match(HAN)?.length ?? 0;
  const words = countWords(sample) - han;
  const minutes = han / HAN_A_MINUTE + words / WORDS_A_MINUTE;
  return Math.ceil(minutes * Math.max(1, text.length / SAMPLE));
}

/** Why `beginPostArticle` threw, and the file, in one line. */
export function whyUnreadable(error: unknown): string {
  if (error instanceof PostUnreadable) return `${error.reason} (${error.file})`;
  return error instanceof Error ? error.message : String(error);
}

/** What of a layout changes while the reader is open; `width` is the measure in cells. */
export type Measure = Pick<LayoutOptions, 'width' | 'links' | 'hang'>;

/**
 * Lays a post out. `heading` comes from `headingText`, `minutes`
 * from `readingMinutes`.
 */
export function layoutPage(
  article: Article,
  post: Post,
  heading: string,
  minutes: number,
  measure: Measure,
  settings: ReaderSettings,
  messages: Messages,
): Page {
  const options: LayoutOptions = {
    ...measure,
    ambiguous: settings.ambiguous,
    paragraphs: settings.paragraphs,
    imageWord: messages.imageWord,
  };
  return joinPage(
    layoutArticle(plainArticle(heading), { ...options, links: 'none', paragraphs: 'spaced' }),
    post.title,
    heading.length,
    article,
    layoutArticle(article, options),
    minutes,
  );
}
