import { relative } from 'node:path';
import { cleanField } from '../../article/sanitise.ts';
import { textWidth } from '../../article/width.ts';
import { blankRow, type Row, span } from '../rows/row.ts';
import { wrapWords } from '../rows/wrap-words.ts';
import type { ReaderSettings } from '../settings.ts';
import { theme } from '../theme.ts';
import type { Welcome } from './welcome.ts';
import { welcomeWords } from './welcome-words.ts';

/** `path` with the home folder as `~`; names of folders may hold anything, so they are cleaned. */
function shown(path: string, home: string | undefined): string {
  const inHome = home !== undefined && (path === home || path.startsWith(`${home}/`));
  return cleanField(inHome ? `~${path.slice(home.length)}` : path);
}

/**
 * The rows of the page: what was looked for, how to name a folder, and that there is a newspaper.
 *
 * @param columns cells of the screen; notes beside commands go where they do not fit
 */
export function welcomeRows(
  { folder, looked, configuration, home }: Welcome,
  columns: number,
  { lang, ambiguous }: Pick<ReaderSettings, 'lang' | 'ambiguous'>,
): readonly Row[] {
  const words = welcomeWords(lang);
  const plain = (text: string, look = theme.plain): readonly Row[] =>
    wrapWords(text, columns, ambiguous).map(line => [span(line, look)]);
  const table = (pairs: readonly (readonly [string, string])[]): readonly Row[] => {
    const width = Math.max(...pairs.map(([left]) => textWidth(left, ambiguous)));
    return pairs.map(([left, note]): Row => {
      const gap = ' '.repeat(width - textWidth(left, ambiguous) + 2);
      const whole = 2 + width + 2 + textWidth(note, ambiguous) <= columns;
      const row = [span(`  ${left}`, theme.key)];
      return whole ? [...row, span(`${gap}${note}`, theme.faint)] : row;
    });
  };
  const entries = looked.map(path => relative(folder, path));
  return [
    ...plain(words.title, theme.siteName),
    blankRow,
    ...plain(words.looked(shown(folder, home))),
    ...table(entries.map(entry => [entry, words.kinds[entry] ?? ''])),
    blankRow,
    ...plain(words.point),
    ...table([
      ['kanbao ~/my-site', words.once],
      ['cd ~/my-site && kanbao', words.there],
      ['export KANBAO_POSTS=~/my-site', words.always],
      ['posts: ~/my-site', words.configured(shown(configuration, home))],
    ]),
    blankRow,
    ...plain(words.newspaper),
  ];
}
