import { padText, textWidth } from '../../article/width.ts';
import { type Binding, bindings, type ScreenName } from '../keys/bindings.ts';
import type { Context } from '../state/context.ts';
import { theme } from '../theme.ts';
import { blankRow, fitRow, type Row, span } from './row.ts';

/** Narrower screens have no room for two columns. */
const STACKED_BELOW = 50;

type Group = {
  readonly title: { readonly en: string; readonly zh: string };
  readonly screens: readonly ScreenName[];
};

/** Keys are shown where they mean the same; a key of every screen stands under the last title. */
const groups: readonly Group[] = [
  { title: { en: 'Lists', zh: '列表' }, screens: ['home', 'category'] },
  { title: { en: 'Article', zh: '文章' }, screens: ['article'] },
  { title: { en: 'Everywhere', zh: '各处' }, screens: [] },
];

function groupOf(binding: Binding): number {
  const { screens } = binding;
  const inLists = screens.includes('home') || screens.includes('category');
  const inArticle = screens.includes('article');
  if (inLists && inArticle) return 2;
  return inArticle ? 1 : 0;
}

const keysOf = (binding: Binding): string => binding.keys.join(' ');

/** A binding's rows: keys and meaning side by side, one below the other on narrow screens. */
function bindingRows(binding: Binding, keyCells: number, context: Context): readonly Row[] {
  const { lang, ambiguous } = context.settings;
  const keys = keysOf(binding);
  const meaning = span(binding.help[lang]);
  if (context.columns < STACKED_BELOW) {
    return [[span(keys, theme.key)], [span('  '), meaning]];
  }
  return [[span('  '), span(padText(keys, keyCells, ambiguous), theme.key), span('  '), meaning]];
}

function helpLines(context: Context): readonly Row[] {
  const { lang, ambiguous } = context.settings;
  const keyCells = Math.max(...bindings.map(binding => textWidth(keysOf(binding), ambiguous)));
  const rows: Row[] = [[span(context.messages.helpTitle, theme.heading)]];
  for (const [index, { title }] of groups.entries()) {
    rows.push(blankRow, [span(title[lang], theme.day)]);
    for (const binding of bindings) {
      if (groupOf(binding) !== index) continue;
      rows.push(...bindingRows(binding, keyCells, context));
    }
  }
  return rows;
}

/** Number of rows of the whole help. */
export function helpLength(context: Context): number {
  return helpLines(context).length;
}

/** Rows of the help from `top` on: at most `height`. */
export function helpRows(top: number, height: number, context: Context): readonly Row[] {
  const { columns, settings } = context;
  return helpLines(context)
    .slice(top, top + height)
    .map(row => (row.length === 0 ? row : fitRow(row, columns, settings.ambiguous)));
}
