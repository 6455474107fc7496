import type { WallClock } from './civil.ts';
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
const VISIBLE = /^[\x20-\x7e]*$/;

/** The address of a post inside its site, as its generator gives it; what is invisible is encoded. */
export function urlOf(...given: Parameters<typeof writtenUrl>): string {
  const url = writtenUrl(...given);
  return VISIBLE.test(url) ? url : url.replace(INVISIBLE, encodeURIComponent);
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
  const { generator, permalink, markdownEndings, wholeNames } = site.rules;
  const isHexo = generator === 'hexo' && file.kind !== 'loose';
  const clock = clockForPermalink(dated, site.zone ?? UTC, generator !== 'hugo' && !isHexo);
  if (file.kind === 'loose' && generator !== 'jekyll')
    return own ?? looseUrl(file, name, fields, clock, site);
  const isRendered = markdownEndings.has(name.ending.slice(1).toLowerCase());
  const title = wholeNames ? name.stem : name.slug;
  return fillPermalink(own ?? permalink, {
    categories,
    slug: textOf(fields('slug')) ?? title,
    // To Hexo the folders below `_posts` are a part of the title.
    folders: isHexo ? file.below : [],
    stem: name.stem,
    path: [...file.above, ...file.below, trimDots(name.stem)].join('/'),
    outputEnding: isRendered ? '.html' : name.ending,
    clock,
  });
}

/** A name as Hugo puts it into an address: in lower case, blanks as hyphens. */
function hugoName(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}._~+#-]/gu, '');
}

/** Fills one of Hugo's templates (https://gohugo.io/configuration/permalinks/). */
function hugoUrl(
  template: string,
  clock: WallClock | null,
  names: Readonly<Record<string, string>>,
): string {
  const filled = fillPermalink(template, {
    categories: [],
    slug: '',
    folders: [],
    stem: '',
    path: '',
    outputEnding: '',
    clock,
    names,
  });
  return /\.[a-z]+$|\/$/.test(filled) ? filled : `${filled}/`;
}

/** Address of a file in a content folder (Hugo, Zola, Astro): its path, or what its header says. */
function looseUrl(
  file: Candidate,
  name: FileName,
  fields: Fields,
  clock: WallClock | null,
  site: BuildRules,
): string {
  const own = textOf(fields('path')) ?? textOf(fields('url'));
  if (own !== null) return `/${escapePath(trimSlashes(own))}${/\.html?$/.test(own) ? '' : '/'}`;
  const { generator, sections } = site.rules;
  const isIndex = INDEX.test(name.stem);
  const folders = isIndex ? file.above.slice(0, -1) : file.above;
  const stem = isIndex ? (file.above.at(-1) ?? '') : name.stem;
  const slug =
    textOf(fields('slug')) ?? (generator === 'zola' ? readFileName(`${stem}.md`).slug : stem);
  const [section = ''] = folders;
  const template = sections.get(section);
  if (generator === 'hugo' && template !== undefined) {
    const title = hugoName(textOf(fields('title')) ?? stem);
    const written = textOf(fields('slug'));
    return hugoUrl(template, clock, {
      section,
      sections: folders.map(hugoName).join('/'),
      title,
      slug: written === null ? title : hugoName(written),
      filename: hugoName(stem),
      contentbasename: hugoName(stem),
      slugorfilename: hugoName(slug),
      slugorcontentbasename: hugoName(slug),
    });
  }
  const parts = [...folders, slug];
  const path = escapePath(['', ...(generator === 'hugo' ? parts.map(hugoName) : parts)].join('/'));
  return formatOf(name.ending) === 'html' && generator !== 'hugo' ? `${path}.html` : `${path}/`;
}
