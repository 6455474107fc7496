import { openedAt } from './beginning.ts';
import type { Context } from './context.ts';
import { pageHeight } from './geometry.ts';
import type { ArticlePlace } from './place.ts';
import { isAtEnd, topRow } from './position.ts';

/** Where reading stopped, as an offset of the article's text; null if nothing is left to go on with. */
export type Stop = { readonly offset: number | null; readonly length: number };

/** Where reading an article stops now; undefined if it is not there, or has not been moved in. */
export function stopOf(place: ArticlePlace, context: Context): Stop | undefined {
  const opened = openedAt(place, context);
  if (opened.status !== 'ready' || place.position === null) return undefined;
  const { page } = opened;
  const height = pageHeight(context);
  const top = topRow(place, page, height);
  const { length } = page.article.text;
  const offset = page.lines(top, top + 1)[0]?.line.start ?? 0;
  const isOver = offset <= 0 || (!page.goesOn && isAtEnd(page, top, height));
  return { offset: isOver ? null : offset, length };
}
