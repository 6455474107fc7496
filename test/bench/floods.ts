/** How long the worst megabytes take that a post may hold, from its body to rows. */
import { layoutArticle } from '../../source/article/layout.ts';
import { type BodyFormat, readArticle } from '../../source/article/read-article.ts';
import { hostileBodies } from '../article/hostile-bodies.ts';
import { nowhere, optionsFor } from '../article/make-article.ts';
import type { Figure } from './figure.ts';
import { emptyScript, inScripts } from './floor.ts';

const SIZE = 1_000_000;
const LIMIT = 2000;
/** How many of the slowest are told. */
const TOLD = 10;

/** Milliseconds of processor time, which a busy machine lengthens less than the clock's. */
function toRows(body: string, format: BodyFormat): number {
  const begin = process.cpuUsage();
  layoutArticle(readArticle(body, format, nowhere), optionsFor(60)).count();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

/**
 * Measures every flood of `test/article/hostile-bodies.ts`, read as Markdown, and as HTML where it
 * holds a tag or an entity; takes some ten minutes. Tells the slowest.
 */
export function benchFloods(): Figure[] {
  const floor = emptyScript();
  const taken: { readonly name: string; readonly milliseconds: number }[] = [];
  for (const [name, body] of hostileBodies(SIZE)) {
    const formats: readonly BodyFormat[] = /[<&]/.test(body) ? ['markdown', 'html'] : ['markdown'];
    for (const format of formats) {
      taken.push({ name: `${name} as ${format}`, milliseconds: toRows(body, format) });
    }
  }
  taken.sort((one, other) => other.milliseconds - one.milliseconds);
  return [
    { name: 'an empty script', value: floor, unit: 'ms' },
    ...taken
      .slice(0, TOLD)
      .flatMap(({ name, milliseconds }) =>
        inScripts(`1 MB of ${name}, of ${taken.length}`, milliseconds, floor, LIMIT),
      ),
  ];
}
