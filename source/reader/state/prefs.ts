import type { Action } from '../keys/actions.ts';
import type { Messages } from '../words/messages.ts';

/** How the reader is laid out; it holds for all screens until it is closed. */
export type Prefs = {
  /** Whether home shows categories and posts side by side where there is room. */
  readonly split: boolean;
  /** Cells the categories take there beyond what they would of themselves. */
  readonly side: number;
  /** Cells of an article's rows, if the terminal is no narrower. */
  readonly measure: number;
  readonly article: 'numbers' | 'plain' | 'full';
};

const LEAST_MEASURE = 20;
const MOST_MEASURE = 400;
const STEP = 4;
const MOST_SIDE = 40;

/** The layout a session starts with; `measure` in cells. */
export function firstPrefs(measure: number): Prefs {
  return { split: true, side: 0, measure, article: 'numbers' };
}

const nextArticle = { numbers: 'plain', plain: 'full', full: 'numbers' } as const;

function bounded(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** The layout after `=`, `-` or `+` on home. */
export function arrangeHome(prefs: Prefs, action: Action, count: number): Prefs {
  switch (action) {
    case 'layout':
      return { ...prefs, split: !prefs.split };
    case 'narrower':
      return { ...prefs, side: bounded(prefs.side - count * 2, -MOST_SIDE, MOST_SIDE) };
    case 'wider':
      return { ...prefs, side: bounded(prefs.side + count * 2, -MOST_SIDE, MOST_SIDE) };
    default:
      return prefs;
  }
}

/** The layout after `=`, `-` or `+` in an article, and what to say of it. */
export function arrangeArticle(
  prefs: Prefs,
  action: Action,
  count: number,
  columns: number,
  messages: Messages,
): { readonly prefs: Prefs; readonly notice: string } {
  if (action === 'layout') {
    const article = nextArticle[prefs.article];
    return { prefs: { ...prefs, article }, notice: messages.layouts[article] };
  }
  const step = action === 'narrower' ? -STEP * count : STEP * count;
  const from = Math.min(prefs.measure, columns);
  const measure = bounded(
    from + step,
    LEAST_MEASURE,
    Math.min(MOST_MEASURE, Math.max(columns, LEAST_MEASURE)),
  );
  const article = prefs.article === 'full' ? 'numbers' : prefs.article;
  return { prefs: { ...prefs, article, measure }, notice: messages.measure(measure) };
}
