import { type FileName, formatOf, readFileName, trimDots } from './file-name.ts';
import { textOf } from './header.ts';
import { fillPermalink } from './permalink.ts';
import { clockForPermalink, type Dated } from './post-date.ts';
import type { BuildRules, Fields } from './post-input.ts';
import type { Candidate } from './post-place.ts';
import { escapePath } from './slug.ts';
import { trimSlashes } from './trim-slashes.ts';
import type { Zone } from './zone.ts';

const UTC: Zone = () => 0;
const INDEX = /^_?index$/i;

/** What no address holds as it is: controls, and marks that change what is seen of it. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** The address of a post inside its site, as its generator gives it; what is invisible is encoded. */
export function urlOf(...given: Parameters<typeof writtenUrl>): string {
  return writtenUrl(...given).replace(INVISIBLE, encodeURIComponent);
}

function writtenUrl(
  file: Candidate,
  name: FileName,
  fields: Fields,
  categories: readonly string[],
  dated: Dated,
  site: BuildRules,
): string {
  const own = textOf(fields('permalink'));
  const zone = site.zone ?? UTC;
  if (file.kind === 'loose' && site.rules.generator !== 'jekyll')
    return own ?? looseUrl(file, name, fields, site);
  const isRendered = site.rules.markdownEndings.has(name.ending.slice(1).toLowerCase());
  return fillPermalink(own ?? site.rules.permalink, {
    categories,
    slug: textOf(fields('slug')) ?? name.slug,
    stem: name.stem,
    path: [...file.above, ...file.below, trimDots(name.stem)].join('/'),
    outputEnding: isRendered ? '.html' : name.ending,
    clock: clockForPermalink(dated, zone),
  });
}

/** Address of a file in a content folder (Hugo, Zola, Astro): its path, or what its header says. */
function looseUrl(file: Candidate, name: FileName, fields: Fields, site: BuildRules): string {
  const own = textOf(fields('path')) ?? textOf(fields('url'));
  if (own !== null) return `/${escapePath(trimSlashes(own))}${/\.html?$/.test(own) ? '' : '/'}`;
  const isIndex = INDEX.test(name.stem);
  const folders = isIndex ? file.above.slice(0, -1) : file.above;
  const stem = isIndex ? (file.above.at(-1) ?? '') : name.stem;
  const slug =
    textOf(fields('slug')) ??
    (site.rules.generator === 'zola' ? readFileName(`${stem}.md`).slug : stem);
  const path = escapePath(['', ...folders, slug].join('/'));
  return formatOf(name.ending) === 'html' ? `${path}.html` : `${path}/`;
}
