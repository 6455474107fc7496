import { type HeaderMap, type HeaderValue, isList, isMap, textOf } from './header.ts';
import { DEFAULT_STYLE, permalinkTemplate } from './permalink.ts';
import { trimSlashes } from './trim-slashes.ts';

/** Values that hold for all posts of a scope (`defaults` in `_config.yml`). */
export type DefaultSet = {
  /** Path prefix or glob, relative to the site's root; empty: everywhere. */
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
  readonly defaults: readonly DefaultSet[];
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  /** Endings, without dot and in lower case, of files that become HTML pages. */
  readonly markdownEndings: ReadonlySet<string>;
  /** Folder that alone holds `_posts`, empty: any. */
  readonly collectionsDir: string;
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

function defaultSets(value: HeaderValue | undefined): readonly DefaultSet[] {
  const sets: DefaultSet[] = [];
  for (const set of isList(value) ? value : []) {
    if (!isMap(set)) continue;
    const values = set.get('values');
    if (!isMap(values)) continue;
    const scope = set.get('scope');
    const type = isMap(scope) ? scope.get('type') : undefined;
    if (type !== undefined && type !== 'posts' && type !== 'post') continue;
    const path = isMap(scope) ? scope.get('path') : undefined;
    sets.push({ path: scopePath(textOf(path) ?? ''), typed: type !== undefined, values });
  }
  return sets;
}

/** A scope's path without one slash at either end. */
function scopePath(path: string): string {
  return path.replace(/^\/|(?<=[^/])\/$/g, '');
}

/** Reads the rules from the fields of a `_config.yml` (or a `config.toml`). */
export function rulesFrom(config: HeaderMap, generator: Generator): SiteRules {
  const collections = config.get('collections');
  const posts = isMap(collections) ? collections.get('posts') : undefined;
  const style =
    textOf(isMap(posts) ? posts.get('permalink') : undefined) ?? textOf(config.get('permalink'));
  return {
    generator,
    timezone: textOf(config.get('timezone')),
    permalink: permalinkTemplate(style ?? DEFAULT_STYLE),
    defaults: defaultSets(config.get('defaults')),
    exclude: [...strings(config.get('exclude')), ...EXCLUDED],
    include: strings(config.get('include')),
    markdownEndings: new Set(
      (textOf(config.get('markdown_ext')) ?? MARKDOWN_EXT).toLowerCase().split(/[,\s]+/),
    ),
    collectionsDir: trimSlashes(textOf(config.get('collections_dir')) ?? ''),
  };
}
