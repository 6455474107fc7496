import type { Article, ArticleLink } from '../../article/document.ts';
import { cleanField } from '../../article/sanitise.ts';
import { labelOf } from '../../library/label-of.ts';
import type { Library } from '../../library/library.ts';
import type { Post } from '../../library/post.ts';
import type { Begun } from '../../library/post-article.ts';
import type { ReaderSettings } from '../settings.ts';
import type { Opened } from '../state/context.ts';
import { measureOf } from '../state/geometry.ts';
import type { Prefs } from '../state/prefs.ts';
import type { Messages } from '../words/messages.ts';
import type { Page } from './page.ts';
import { headingText, plainArticle } from './page-heading.ts';
import { type Job, runInTurns } from './turns.ts';

/** What reads and lays out articles, once it is loaded. */
export type Desk = typeof import('./article-desk.ts');

/** Articles kept at hand, so that going back and forth costs nothing. */
const KEPT = 16;

/** How long the beginning of an article has to be drawn before the rest is read. */
const DRAWING_MILLISECONDS = 20;

type Kept = {
  readonly status: 'ready' | 'failed';
  readonly article: Article;
  /** Whether it is but the beginning. */
  readonly goesOn: boolean;
  /** Whether it is read anew when it is opened once more. */
  readonly again: boolean;
  /** What stands below the heading in the article's place; empty if the article does. */
  readonly note: string;
  readonly minutes: number;
  /** The newest layout, and what it was made for. */
  page: { readonly key: string; readonly page: Page } | undefined;
};

export type Articles = {
  /** Articles can be opened from now on; the rest of long ones is read once `drawn` has settled. */
  readonly takeDesk: (desk: Desk, drawn?: Promise<void>) => void;
  /**
   * Reads a post's article unless it is at hand; true if there is something to show. Of a long one
   * the beginning is read, and the rest in turns unless another is opened or this one left. One that
   * could not be read is tried again each time.
   */
  readonly open: (post: Post) => boolean;
  /** No article is looked at: none is read any further. */
  readonly leave: () => void;
  /** Its file may have changed: it is read anew when next it is opened. */
  readonly forget: (post: Post) => void;
  readonly opened: (post: Post, columns: number, prefs: Prefs) => Opened;
  /** Title and text of a post, as another program gets it. Rejects where it cannot be read. */
  readonly text: (post: Post) => Promise<string>;
  readonly link: (post: Post, n: number) => ArticleLink | undefined;
};

/** Reads articles and lays them out, each once for a width. */
export function createArticles(
  library: Library,
  settings: ReaderSettings,
  messages: Messages,
  arrived: () => void,
): Articles {
  const kept = new Map<string, Kept>();
  let desk: Desk | undefined;
  const taken = Promise.withResolvers<Desk>();
  let drawn: Promise<void> | undefined;
  /** What is being read further, and how to stop that. */
  let reading: (Job & { readonly id: string }) | undefined;
  /** The post whose article is looked at. */
  let shown: string | undefined;

  const ready = (article: Article, goesOn: boolean, from: Desk): Kept => {
    const minutes = goesOn ? 0 : from.readingMinutes(article.text);
    const isEmpty = article.text === '' && article.images.length === 0;
    const note = isEmpty ? messages.emptyArticle : '';
    return { status: 'ready', article, goesOn, again: goesOn, note, minutes, page: undefined };
  };

  const failed = (error: unknown, again: boolean, from: Desk): Kept => {
    const note = messages.failedArticle(cleanField(from.whyUnreadable(error)));
    const article = plainArticle('');
    return { status: 'failed', article, goesOn: false, again, note, minutes: 0, page: undefined };
  };

  const leave = (): void => {
    reading?.cancel();
    reading = undefined;
    const left = shown === undefined ? undefined : kept.get(shown);
    if (shown !== undefined && left?.status === 'failed') {
      kept.set(shown, { ...left, again: true });
    }
    shown = undefined;
  };

  /** Reads the rest of an article in turns and puts the whole in the place of its beginning. */
  const readOn = (id: string, rest: NonNullable<Begun['rest']>, from: Desk): void => {
    function* steps(): Generator<void, void, void> {
      try {
        for (;;) {
          const step = rest.next();
          if (step.done === true) {
            kept.set(id, ready(step.value, false, from));
            break;
          }
          if (step.value !== undefined) {
            kept.set(id, ready(step.value, true, from));
            arrived();
            // A key that has waited may have opened another.
            if (reading !== mine) return;
          }
          yield;
        }
      } catch (error) {
        // Once more when it is opened again, and not at every key before.
        kept.set(id, failed(error, false, from));
      }
      reading = undefined;
      arrived();
    }
    let job: Job | undefined;
    const mine = {
      id,
      cancel: () => {
        clearTimeout(timer);
        job?.cancel();
      },
    };
    const start = (): void => {
      if (reading === mine) job = runInTurns(steps(), () => undefined);
    };
    const timer = setTimeout(() => {
      if (drawn === undefined) start();
      else drawn.then(start);
    }, DRAWING_MILLISECONDS).unref();
    reading = mine;
  };

  /** Reads what can be shown at once; undefined if all of it must be read before. */
  const begin = (post: Post, from: Desk): Kept | undefined => {
    try {
      const { article, rest } = from.beginPostArticle(library, post);
      if (rest !== undefined) readOn(post.id, rest, from);
      return article === undefined ? undefined : ready(article, rest !== undefined, from);
    } catch (error) {
      return failed(error, true, from);
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
    takeDesk: (given, whenDrawn) => {
      desk = given;
      taken.resolve(given);
      drawn = whenDrawn;
    },
    open: post => {
      if (desk === undefined) return false;
      const isReading = reading?.id === post.id;
      if (shown !== post.id) leave();
      shown = post.id;
      const known = kept.get(post.id);
      const entry = isReading || known?.again === false ? known : begin(post, desk);
      if (entry !== undefined) keep(post, entry);
      return entry !== undefined;
    },
    leave,
    forget: post => {
      if (reading?.id === post.id) leave();
      kept.delete(post.id);
    },
    text: async post => {
      const from = await taken.promise;
      const known = kept.get(post.id);
      const isDone = known?.status === 'ready' && !known.goesOn;
      const article = isDone ? known.article : from.readPostArticle(library, post);
      return `${post.title}\n\n${article.text}\n`;
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
        const { article, goesOn, note, minutes } = entry;
        const heading = headingText(post, label, note, messages);
        const how = { width: measure, links, hang } as const;
        const page = desk.layoutPage(article, post, heading, minutes, how, settings, messages);
        entry.page = { key, page: { ...page, goesOn } };
      }
      return { status: entry.status, page: entry.page.page };
    },
    link: (post, n) => kept.get(post.id)?.article.links[n - 1],
  };
}
