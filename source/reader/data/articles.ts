import type { Article, ArticleLink } from '../../article/document.ts';
import { cleanField } from '../../article/sanitise.ts';
import { labelOf } from '../../library/label-of.ts';
import type { Library } from '../../library/library.ts';
import type { Post } from '../../library/post.ts';
import type { ReaderSettings } from '../settings.ts';
import type { Opened } from '../state/context.ts';
import { measureOf } from '../state/geometry.ts';
import type { Prefs } from '../state/prefs.ts';
import type { Messages } from '../words/messages.ts';
import type { Page } from './page.ts';
import { headingText, plainArticle } from './page-heading.ts';

/** What reads and lays out articles, once it is loaded. */
export type Desk = typeof import('./article-desk.ts');

/** Articles kept at hand, so that going back and forth costs nothing. */
const KEPT = 16;

type Kept = {
  readonly status: 'ready' | 'failed';
  readonly article: Article;
  /** What stands below the heading in the article's place; empty if the article does. */
  readonly note: string;
  readonly minutes: number;
  /** The newest layout, and what it was made for. */
  page: { readonly key: string; readonly page: Page } | undefined;
};

export type Articles = {
  readonly takeDesk: (desk: Desk) => void;
  /**
   * Reads a post's article unless it is at hand; true if it needs no more waiting. One that could
   * not be read is tried again each time.
   */
  readonly open: (post: Post) => boolean;
  /** Its file may have changed: it is read anew when next it is opened. */
  readonly forget: (post: Post) => void;
  readonly opened: (post: Post, columns: number, prefs: Prefs) => Opened;
  /** Title and text of a post, as another program gets it. Throws where it cannot be read. */
  readonly text: (post: Post) => string;
  readonly link: (post: Post, n: number) => ArticleLink | undefined;
};

/** Reads articles and lays them out, each once for a width. */
export function createArticles(
  library: Library,
  settings: ReaderSettings,
  messages: Messages,
): Articles {
  const kept = new Map<string, Kept>();
  let desk: Desk | undefined;

  const read = (post: Post, from: Desk): Kept => {
    try {
      const article = from.readPostArticle(library, post);
      const minutes = from.readingMinutes(article.text);
      const isEmpty = article.text === '' && article.images.length === 0;
      const note = isEmpty ? messages.emptyArticle : '';
      return { status: 'ready', article, note, minutes, page: undefined };
    } catch (error) {
      const note = messages.failedArticle(cleanField(from.whyUnreadable(error)));
      return { status: 'failed', article: plainArticle(''), note, minutes: 0, page: undefined };
    }
  };

  const keep = (post: Post, entry: Kept): void => {
    kept.delete(post.id);
    kept.set(post.id, entry);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
  };

  return {
    takeDesk: given => {
      desk = given;
    },
    open: post => {
      if (desk === undefined) return false;
      const known = kept.get(post.id);
      keep(post, known?.status === 'ready' ? known : read(post, desk));
      return true;
    },
    forget: post => {
      kept.delete(post.id);
    },
    text: post => {
      const known = kept.get(post.id);
      const article =
        known?.status === 'ready' ? known.article : desk?.readPostArticle(library, post);
      return `${post.title}\n\n${article?.text ?? ''}\n`;
    },
    opened: (post, columns, prefs) => {
      const entry = kept.get(post.id);
      if (entry === undefined || desk === undefined) return { status: 'loading' };
      const { measure, margin } = measureOf(columns, prefs);
      const label = labelOf(post, library);
      const links = prefs.article === 'plain' ? 'none' : 'numbered';
      const key = `${measure} ${links} ${label}`;
      if (entry.page?.key !== key) {
        // Hanging punctuation stands in the margin, so it needs one.
        const hang = settings.hang && margin >= 2;
        const { article, note, minutes } = entry;
        const heading = headingText(post, label, note, messages);
        const how = { width: measure, links, hang } as const;
        const page = desk.layoutPage(article, post, heading, minutes, how, settings, messages);
        entry.page = { key, page };
      }
      return { status: entry.status, page: entry.page.page };
    },
    link: (post, n) => kept.get(post.id)?.article.links[n - 1],
  };
}
