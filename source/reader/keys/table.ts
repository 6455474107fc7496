import { type Binding, bindings, type ScreenName } from './bindings.ts';

const heads = {
  en: ['keys', 'in a list', 'in an article'],
  zh: ['按键', '列表', '文章'],
} as const;

function meaning(
  same: readonly Binding[],
  screens: readonly ScreenName[],
  lang: 'en' | 'zh',
): string {
  const found = same.filter(binding => binding.screens.some(screen => screens.includes(screen)));
  return [...new Set(found.map(binding => binding.help[lang]))].join('; ');
}

/** The bindings as a Markdown table: a row for every set of keys, what they do in lists and articles. */
export function keyTable(lang: 'en' | 'zh'): string {
  const byKeys = Map.groupBy(bindings, ({ keys }) => keys.join(' '));
  const rows = [...byKeys].map(([keys, same]) => {
    const shown = keys
      .split(' ')
      .map(key => `\`${key}\``)
      .join(' ');
    const inLists = meaning(same, ['home', 'category'], lang);
    return [shown, inLists, meaning(same, ['article'], lang)];
  });
  return [heads[lang], ['---', '---', '---'], ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
}
