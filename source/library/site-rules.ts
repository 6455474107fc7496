import { posix } from 'node:path';
import { type HeaderMap, type HeaderValue, isList, isMap, textOf } from './header.ts';
import { DEFAULT_STYLE, permalinkTemplate } from './permalink.ts';
import { trimSlashes } from './trim-slashes.ts';

/** Values that hold for all posts of a scope (`defaults` in `_config.yml`). */
export type DefaultSet = {
  /** Beginning of paths from the site's root, or glob, as written; empty: everywhere. */
  readonly path: string;
  /** Whether the scope names a type. */
  readonly typed: boolean;
  readonly values: HeaderMap;
};

/** Whose rules a site follows, as its configuration shows. */
export type Generator = 'jekyll' | 'hexo' | 'hugo' | 'zola' | 'none';

/** What a site's configuration says about its posts. */
export type SiteRules = {
  readonly generator: Generator;
  /** Name of the zone that times without one are in; null: not configured. */
  readonly timezone: string | null;
  readonly permalink: string;
  /** Hugo's templates by section. */
  readonly sections: ReadonlyMap<string, string>;
  /** Whether the name of a post's file is its title, date and all (Hexo's `new_post_name`). */
  readonly wholeNames: boolean;
  readonly defaults: readonly DefaultSet[];
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  /** Endings, without dot and in lower case, of files that become HTML pages. */
  readonly markdownEndings: ReadonlySet<string>;
  /** Folder that alone holds `_posts` (`source`, `collections_dir`), empty: any. */
  readonly base: string;
};

/** Jekyll's `DEFAULT_EXCLUDES`. */
const EXCLUDED = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

/** Jekyll's `markdown_ext`, and what sites that render such files are for. */
const MARKDOWN_EXT = 'markdown,mkdown,mkdn,mkd,md,mdx';

function strings(value: HeaderValue | undefined): readonly string[] {
  if (!isList(value)) return [];
  return value.filter(item => typeof item === 'string');
}

function defaultSets(value: HeaderValue | undefined, collections: string): readonly DefaultSet[] {
  const sets: DefaultSet[] = [];
  for (const set of isList(value) ? value : []) {
    if (!isMap(set)) continue;
    const values = set.get('values');
    if (!isMap(values)) continue;
    const scope = set.get('scope');
    const type = isMap(scope) ? scope.get('type') : undefined;
    if (type !== undefined && type !== 'posts' && type !== 'post') continue;
    const path = textOf(isMap(scope) ? scope.get('path') : undefined) ?? '';
    sets.push({ path: pathBelow(path, collections), typed: type !== undefined, values });
  }
  return sets;
}

/** A path as it is seen from a folder, where it lies below that. */
export function pathBelow(path: string, folder: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** A folder inside the site as a setting names it; empty for the site's root, or one outside. */
function folderSetting(value: HeaderValue | undefined): string {
  const folder = trimSlashes(posix.normalize(textOf(value) ?? '.'));
  return folder === '.' || folder.startsWith('..') ? '' : folder;
}

/** Hugo's `permalinks`: by section, or first by kind of page. */
function sectionTemplates(value: HeaderValue | undefined): ReadonlyMap<string, string> {
  const templates = new Map<string, string>();
  if (!isMap(value)) return templates;
  const pages = value.get('page');
  for (const [section, template] of [...value, ...(isMap(pages) ? pages : [])]) {
    if (typeof template === 'string') templates.set(section, template);
  }
  return templates;
}

/** Reads the rules from the fields of a `_config.yml` (or a `config.toml`). */
export function rulesFrom(config: HeaderMap, generator: Generator): SiteRules {
  const collections = config.get('collections');
  const posts = isMap(collections) ? collections.get('posts') : undefined;
  // What Hexo calls its source is where Jekyll's sites have their root.
  const source = generator === 'jekyll' ? folderSetting(config.get('source')) : '';
  const collectionsDir = folderSetting(config.get('collections_dir'));
  const fromRoot = (pattern: string) => (source === '' ? pattern : posix.join(source, pattern));
  const style =
    textOf(isMap(posts) ? posts.get('permalink') : undefined) ?? textOf(config.get('permalink'));
  return {
    generator,
    timezone: textOf(config.get('timezone')),
    permalink: permalinkTemplate(style ?? DEFAULT_STYLE),
    sections: sectionTemplates(config.get('permalinks')),
    wholeNames:
      generator === 'hexo' && !(textOf(config.get('new_post_name')) ?? '').includes(':year'),
    defaults: defaultSets(config.get('defaults'), collectionsDir),
    exclude: [...strings(config.get('exclude')), ...EXCLUDED].map(fromRoot),
    include: strings(config.get('include')).map(fromRoot),
    markdownEndings: new Set(
      (textOf(config.get('markdown_ext')) ?? MARKDOWN_EXT).toLowerCase().split(/[,\s]+/),
    ),
    base: [source, collectionsDir].filter(Boolean).join('/'),
  };
}
