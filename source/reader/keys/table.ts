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
  return [...new Set(found.map(binding => binding.help[lang]))].join('; ');
}

const columns: readonly (readonly ScreenName[])[] = [
  ['home', 'category', 'search'],
  ['article', 'help', 'pager'],
  ['prompt', 'finder', 'sort', 'hints', 'confirm'],
];

/** The bindings as a Markdown table: a row for every set of keys, and what they do where. */
export function keyTable(lang: 'en' | 'zh'): string {
  const byKeys = Map.groupBy(bindings, ({ keys }) => keys.join(' '));
  const rows = [...byKeys].map(([keys, same]) => {
    const shown = keys
      .split(' ')
      .map(key => `\`${key}\``)
      .join(' ');
    return [shown, ...columns.map(screens => meaning(same, screens, lang))];
  });
  return [heads[lang], heads[lang].map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
}
