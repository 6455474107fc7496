import type { Page } from '../data/page.ts';
import type { Action } from '../keys/actions.ts';
import { typedText } from '../keys/match.ts';
import type { Context } from './context.ts';
import { type Focusable, focusables, isShown } from './focus.ts';
import { pageHeight } from './geometry.ts';
import { followItem } from './links.ts';
import type { Outcome } from './outcome.ts';
import type { ArticlePlace } from './place.ts';
import { topRow } from './position.ts';

/** Letters in the order of how easily they are typed. */
const LETTERS = 'asdfghjklqwertyuiopzxcvbnm';

/** As many labels of letters, none the beginning of another, as short as they can be. */
export function hintLabels(count: number): readonly string[] {
  let length = 1;
  while (LETTERS.length ** length < count) length += 1;
  return Array.from({ length: count }, (_, index) => {
    let label = '';
    let rest = index;
    for (let place = 0; place < length; place += 1) {
      label = (LETTERS[rest % LETTERS.length] ?? '') + label;
      rest = Math.floor(rest / LETTERS.length);
    }
    return label;
  });
}

/** The letters of what can be followed on the screen, by its number. */
export function shownHints(
  place: ArticlePlace,
  page: Page,
  context: Context,
): ReadonlyMap<number, string> {
  const height = pageHeight(context);
  const top = topRow(place, page, height);
  const shown = focusables(page.article).filter(item => isShown(page, item, top, height));
  const labels = hintLabels(shown.length);
  return new Map(shown.map(({ n }, index) => [n, labels[index] ?? '']));
}

/** A key while letters stand on the links: the letters typed so far stay open as an overlay. */
export function reduceHints(
  typed: string,
  place: ArticlePlace,
  page: Page,
  action: Action,
  key: string,
  context: Context,
): Outcome<ArticlePlace> {
  if (action === 'delete-back' && typed !== '') {
    return { place, overlay: { kind: 'hints', typed: typed.slice(0, -1) } };
  }
  if (action !== 'type') return { place };
  const next = typed + typedText(key).toLowerCase();
  const hints = [...shownHints(place, page, context)];
  const exact = hints.find(([, label]) => label === next)?.[0];
  const item: Focusable | undefined = focusables(page.article).find(({ n }) => n === exact);
  if (item !== undefined) return followItem(place, page, item, context);
  if (hints.some(([, label]) => label.startsWith(next))) {
    return { place, overlay: { kind: 'hints', typed: next } };
  }
  return { place, notice: context.messages.noSuchHint(next) };
}
