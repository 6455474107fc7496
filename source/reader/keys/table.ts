import type { Binding, ScreenName } from './actions.ts';
import { bindings } from './bindings.ts';

const heads = {
  en: ['keys', 'in a list', 'in an article', 'while typing or asked'],
  zh: ['按键', '列表', '文章', '输入或提问时'],
} as const;

function meaning(
  same: readonly Binding[],
  screens: readonly ScreenName[],
  lang: 'en' | 'zh',
): string {
  const found = same.filter(binding => binding.screens.some(screen => screens.includes(screen)));
  return [...new Set(found.map(binding => binding.help[lang]))].join(lang === 'zh' ? '；' : '; ');
}

const columns: readonly (readonly ScreenName[])[] = [
  ['home', 'category', 'search'],
  ['article', 'help', 'pager'],
  ['prompt', 'finder', 'sort', 'hints', 'confirm'],
];

/** One set of keys, and what it does in each of the places that `keyHeads` names. */
export type KeyRow = { readonly keys: readonly string[]; readonly meanings: readonly string[] };

/** Names of the places that keys have meanings in. */
export function keyHeads(lang: 'en' | 'zh'): readonly string[] {
  return heads[lang].slice(1);
}

/** A row for every set of keys; a meaning is empty where the keys have none. */
export function keyRows(lang: 'en' | 'zh'): readonly KeyRow[] {
  const byKeys = Map.groupBy(bindings, ({ keys }) => keys.join(' '));
  return [...byKeys].map(([keys, same]) => ({
    keys: keys.split(' '),
    meanings: columns.map(screens => meaning(same, screens, lang)),
  }));
}

/** `keyRows` as a Markdown table. */
export function keyTable(lang: 'en' | 'zh'): string {
  const rows = keyRows(lang).map(({ keys, meanings }) => [
    keys.map(key => `\`${key}\``).join(' '),
    ...meanings,
  ]);
  return [heads[lang], heads[lang].map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
}
