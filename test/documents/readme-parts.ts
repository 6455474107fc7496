import { keyTable } from '../../source/reader/keys/table.ts';
import { configurationHelp } from '../../source/system/configuration-help.ts';

type Language = 'en' | 'zh';

const heads = {
  en: ['key', 'takes', 'means'],
  zh: ['键', '取值', '含义'],
} as const;

function configurationTable(lang: Language): string {
  const rows = Object.entries(configurationHelp).map(([key, { takes, help }]) => [
    `\`${key}\``,
    takes
      .split('|')
      .map(value => `\`${value}\``)
      .join(' '),
    help[lang],
  ]);
  return [heads[lang], ['---', '---', '---'], ...rows]
    .map(cells => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/** The parts of a readme that stand between `<!-- NAME: … -->` and `<!-- /NAME -->`. */
const parts: Readonly<Record<string, (lang: Language) => string>> = {
  keys: keyTable,
  configuration: configurationTable,
};

/** A readme whose generated parts are what today's tables make. */
export function withParts(readme: string, lang: Language): string {
  return readme.replace(
    /(<!-- (\w+):.*-->\n)[\s\S]*?(<!-- \/\2 -->)/g,
    (whole, open: string, name: string, close: string) => {
      const make = parts[name];
      return make === undefined ? whole : `${open}\n${make(lang)}\n${close}`;
    },
  );
}
