import { padText, textWidth } from '../../article/width.ts';
import { type Binding, bindings, type ScreenName } from '../keys/bindings.ts';
import type { Context } from '../state/context.ts';
import { theme } from '../theme.ts';
import { blankRow, fitRow, type Row, span } from './row.ts';

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

function helpLines(context: Context): readonly Row[] {
  const { lang, ambiguous } = context.settings;
  const keysOf = (binding: Binding): string => binding.keys.join(' ');
  const widest = Math.max(...bindings.map(binding => textWidth(keysOf(binding), ambiguous)));
  const keyCells = Math.min(widest, Math.max(8, context.columns >> 1));
  const rows: Row[] = [[span(context.messages.helpTitle, theme.heading)]];
  for (const [index, { title }] of groups.entries()) {
    rows.push(blankRow, [span(title[lang], theme.day)]);
    for (const binding of bindings) {
      if (groupOf(binding) !== index) continue;
      rows.push([
        span('  '),
        span(padText(keysOf(binding), keyCells, ambiguous), theme.key),
        span('  '),
        span(binding.help[lang]),
      ]);
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
