import { padText, textWidth } from '../../article/width.ts';
import { foldText } from '../../library/fold.ts';
import type { Binding, ScreenName } from '../keys/actions.ts';
import type { Context } from '../state/context.ts';
import type { HelpPlace } from '../state/place.ts';
import { theme } from '../theme.ts';
import { keyOf, noteRows } from './empty-rows.ts';
import { blankRow, fitRow, type Row, span } from './row.ts';
import { wrapWords } from './wrap-words.ts';

/** Narrower screens have no room for two columns. */
const STACKED_BELOW = 50;

type Group = {
  readonly title: { readonly en: string; readonly zh: string };
  readonly screens: readonly ScreenName[];
};

/** Keys are shown where they mean the same; a key of every screen stands under `Everywhere`. */
const groups: readonly Group[] = [
  { title: { en: 'Lists', zh: '列表' }, screens: ['home', 'category', 'search'] },
  { title: { en: 'Article', zh: '文章' }, screens: ['article'] },
  { title: { en: 'Everywhere', zh: '各处' }, screens: [] },
  { title: { en: 'While typing', zh: '输入时' }, screens: ['prompt', 'finder'] },
  { title: { en: 'Sort', zh: '排序' }, screens: ['sort'] },
  { title: { en: 'A question', zh: '提问时' }, screens: ['confirm'] },
];

const LISTS = 0;
const ARTICLE = 1;
const EVERYWHERE = 2;

function groupOf({ screens }: Binding): number {
  const inLists = groups[LISTS]?.screens.some(screen => screens.includes(screen)) ?? false;
  const inArticle = screens.includes('article');
  if (inLists && inArticle) return EVERYWHERE;
  if (inLists) return LISTS;
  if (inArticle || screens.includes('pager')) return ARTICLE;
  return groups.findIndex(
    (group, at) => at > EVERYWHERE && group.screens.some(one => screens.includes(one)),
  );
}

/** The groups in the order of what they mean on a screen: its own keys, everyone's, those of others. */
function groupsFrom(screen: HelpPlace['from']): readonly Group[] {
  const isOfList = groups[LISTS]?.screens.includes(screen) ?? false;
  const first = isOfList ? [LISTS, EVERYWHERE, ARTICLE] : [ARTICLE, EVERYWHERE, LISTS];
  const order = [...first, ...groups.keys().filter(index => !first.includes(index))];
  return order.flatMap(index => groups[index] ?? []);
}

const keysOf = (binding: Binding): string => binding.keys.join(' ');

/** A binding's rows: keys and meaning side by side, one below the other on narrow screens. */
function bindingRows(binding: Binding, keyCells: number, context: Context): readonly Row[] {
  const { lang, ambiguous } = context.settings;
  const keys = keysOf(binding);
  const meaning = binding.help[lang];
  if (context.columns < STACKED_BELOW) {
    const lines = wrapWords(meaning, context.columns - 2, ambiguous);
    return [[span(keys, theme.key)], ...lines.map(line => [span('  '), span(line)])];
  }
  return [
    [span('  '), span(padText(keys, keyCells, ambiguous), theme.key), span('  '), span(meaning)],
  ];
}

function fits({ keys, help, action }: Binding, filter: string): boolean {
  const text = foldText(`${help.en} ${help.zh} ${action}`);
  const words = foldText(filter)
    .split(' ')
    .filter(word => word !== '');
  // A key's name is sought as it is: j is not J.
  return words.every(word => text.includes(word)) || keys.includes(filter.trim());
}

let made:
  | { readonly key: string; readonly of: Context['keymap']; readonly rows: readonly Row[] }
  | undefined;

function helpLines({ filter, from }: HelpPlace, context: Context): readonly Row[] {
  const { lang, ambiguous } = context.settings;
  const key = `${lang} ${ambiguous} ${context.columns} ${from} ${filter}`;
  if (made?.key === key && made.of === context.keymap) return made.rows;
  const bindings = context.keymap.bindings.filter(
    binding => binding.keys.length > 0 && fits(binding, filter),
  );
  const keyCells = Math.max(0, ...bindings.map(binding => textWidth(keysOf(binding), ambiguous)));
  const title =
    filter === '' ? context.messages.helpTitle : `${context.messages.helpTitle}  & ${filter}`;
  const rows: Row[] = [[span(title, theme.heading)]];
  for (const group of groupsFrom(from)) {
    const own = bindings.filter(binding => groups[groupOf(binding)] === group);
    if (own.length === 0) continue;
    rows.push(blankRow, [span(group.title[lang], theme.day)]);
    for (const binding of own) rows.push(...bindingRows(binding, keyCells, context));
  }
  if (bindings.length === 0) {
    const { messages, columns } = context;
    const text = messages.noNames(filter, keyOf('escape', 'help', context));
    rows.push(blankRow, ...noteRows(text, columns, context));
  }
  made = { key, of: context.keymap, rows };
  return rows;
}

/** Number of rows of the help, filtered. */
export function helpLength(place: HelpPlace, context: Context): number {
  return helpLines(place, context).length;
}

/** Rows of the help from its top on: at most `height`. */
export function helpRows(place: HelpPlace, height: number, context: Context): readonly Row[] {
  const { columns, settings } = context;
  const { top } = place;
  return helpLines(place, context)
    .slice(top, top + height)
    .map(row => (row.length === 0 ? row : fitRow(row, columns, settings.ambiguous)));
}
