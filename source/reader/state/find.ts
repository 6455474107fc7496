import type { Article } from '../../article/document.ts';
import { createFinder, type Finder, type Match } from '../../library/find-text.ts';
import type { Page } from '../data/page.ts';
import type { Context } from './context.ts';
import { pageHeight } from './geometry.ts';
import type { Outcome } from './outcome.ts';
import type { ArticlePlace } from './place.ts';
import { showRow, topRow } from './position.ts';

type Sought = { readonly find: Finder; readonly matches: Map<string, readonly Match[]> };

const inArticles = new WeakMap<Article, Sought>();
const inPages = new WeakMap<Page, Sought>();

/** Answers kept for a page: as many as are typed for one phrase. */
const KEPT_MATCHES = 32;

function seek<On extends object>(
  kept: WeakMap<On, Sought>,
  on: On,
  create: () => Finder,
  phrases: readonly string[],
): readonly Match[] {
  const sought = kept.get(on) ?? { find: create(), matches: new Map() };
  kept.set(on, sought);
  const key = phrases.join('\n');
  const known = sought.matches.get(key);
  if (known !== undefined) return known;
  if (sought.matches.size >= KEPT_MATCHES) sought.matches.clear();
  const found = sought.find(phrases);
  sought.matches.set(key, found);
  return found;
}

/**
 * Every place of the phrases in the title and the article of a page, in order, as offsets of the
 * page; what is found in an article is kept through all its pages.
 */
export function matchesOf(page: Page, phrases: readonly string[]): readonly Match[] {
  const { article, title, start } = page;
  const inPage = (): Finder => {
    const findInTitle = createFinder(title);
    return sought => {
      // The title stands below the blank line on top.
      const titled = findInTitle(sought).map(match => ({
        start: match.start + start + 1,
        end: match.end + start + 1,
      }));
      const inArticle = (): Finder => createFinder(article.text);
      return [...titled, ...seek(inArticles, article, inArticle, sought)];
    };
  };
  return seek(inPages, page, inPage, phrases);
}

/** Index of the match that `place` stands on, -1 if on none. */
export function matchIndex(place: ArticlePlace, page: Page): number {
  const { find } = place;
  if (find === null) return -1;
  return matchesOf(page, find.phrases).findIndex(({ start }) => start === find.at);
}

function showMatch(place: ArticlePlace, page: Page, match: Match, context: Context): ArticlePlace {
  const { find } = place;
  if (find === null) return place;
  const on = { ...place, find: { ...find, at: match.start } };
  return showRow(on, page, page.lineAt(match.start), pageHeight(context));
}

/**
 * An article in which other phrases are sought, standing on the first match from the top of the
 * screen on, or the first of all; where nothing is found it stays.
 */
export function findPhrases(
  place: ArticlePlace,
  page: Page,
  phrases: readonly string[],
  context: Context,
): ArticlePlace {
  const sought = phrases.filter(phrase => phrase.trim() !== '');
  if (sought.length === 0) return { ...place, find: null };
  const top = topRow(place, page, pageHeight(context));
  const from = page.lines(top, top + 1)[0]?.line.start ?? 0;
  const next = { ...place, find: { phrases: sought, at: -1 } };
  const matches = matchesOf(page, sought);
  const match = matches.find(({ start }) => start >= from) ?? matches[0];
  return match === undefined ? next : showMatch(next, page, match, context);
}

/** Goes `step` matches on, round the ends, which it says. */
export function moveMatch(
  place: ArticlePlace,
  page: Page,
  step: number,
  context: Context,
): Outcome<ArticlePlace> {
  const { find } = place;
  const { messages } = context;
  if (find === null) return { place, notice: messages.nothingSought };
  const matches = matchesOf(page, find.phrases);
  const { length } = matches;
  if (length === 0) return { place, notice: messages.notFound(find.phrases.join(' ')) };
  const at = matches.findIndex(({ start }) => start === find.at);
  const to = at < 0 ? (step > 0 ? step - 1 : step) : at + step;
  const match = matches[((to % length) + length) % length];
  if (match === undefined) return { place };
  const shown = showMatch(place, page, match, context);
  if (to >= 0 && to < length) return { place: shown };
  return { place: shown, notice: step > 0 ? messages.fromTheTop : messages.fromTheEnd };
}
