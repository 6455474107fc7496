import { cleanField } from '../article/sanitise.ts';
import { millisecondsOf, wallClockOf } from './civil.ts';
import { faultOf } from './fault.ts';
import { type FileName, formatOf, readFileName } from './file-name.ts';
import { type Header, type HeaderMap, type HeaderValue, isList, isMap, textOf } from './header.ts';
import { fillPermalink } from './permalink.ts';
import type { Fault, Post, PostDate } from './post.ts';
import type { Candidate } from './scan.ts';
import type { SiteRules } from './site-rules.ts';
import { escapePath, titleFromSlug } from './slug.ts';
import { readDate, type WrittenDate, writtenDay } from './written-date.ts';
import { offsetAtWall, type Zone, zoneOf } from './zone.ts';

/** What was read of a file. */
export type ReadHeader = {
  readonly header: Header;
  /** Whether the file has a header at all. */
  readonly found: boolean;
  /** Line of the file on which a key stands, 1 if it is not there. */
  readonly lineOf: (key: string) => number;
};

export type Built = {
  readonly post: Post;
  /** Older addresses of the post, as written (`redirect_from`, `aliases`). */
  readonly redirects: readonly string[];
  /** Its date where that names no zone and the site's configuration does not either. */
  readonly floating: WrittenDate | null;
};

/** Rules and what is computed from them once. */
export type BuildRules = {
  readonly root: string;
  readonly rules: SiteRules;
  readonly defaultsOf: (path: string) => HeaderMap;
  /** Zone of times that name none; null: not configured. */
  readonly zone: Zone | null;
};

const NO_STRINGS: readonly string[] = [];
const NO_FAULTS: readonly Fault[] = [];
const UTC: Zone = () => 0;
/** What YAML 1.1 takes for `false`. */
const FALSE = /^(?:false|no|off|n)$/i;
const TRUE = /^(?:true|yes|on|y)$/i;
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;
/** Layouts of pages that are no posts, and the names of their files. */
const PAGE_LAYOUTS = new Set(['category', 'tag', 'home', 'page', 'archive', 'redirect', 'index']);
const PAGE_NAMES = /^(?:_?index|404|search)$/i;
const DATE_KEYS = [
  'date',
  'pubDate',
  'pubDatetime',
  'publishDate',
  'published',
  'created',
  'createdAt',
];
/** Section folders whose name says only that posts are in them. */
const PLAIN_SECTIONS = new Set([
  'post',
  'posts',
  'blog',
  'blogs',
  'article',
  'articles',
  'content',
]);

/** Clean non-empty texts of a value; a plain string is split on blanks if `split`. */
function texts(value: HeaderValue | undefined, split: boolean): readonly string[] {
  if (value === undefined || value === null || isMap(value)) return NO_STRINGS;
  const parts =
    typeof value === 'string'
      ? split
        ? value.split(/\s+/)
        : [value]
      : value.flatMap(item => textOf(item) ?? []);
  return parts.map(cleanField).filter(part => part !== '');
}

type Fields = (key: string) => HeaderValue | undefined;

function categoriesOf(
  fields: Fields,
  own: HeaderMap,
  defaults: HeaderMap,
  above: readonly string[],
): readonly string[] {
  const all = [
    ...above.map(cleanField),
    ...texts(defaults.get('categories'), true),
    ...texts(own.get('categories'), true),
    ...texts(fields('category'), false),
  ];
  return all.length < 2 ? all : [...new Set(all)];
}

function tagsOf(fields: Fields): readonly string[] {
  const singular = texts(fields('tag'), false);
  return singular.length > 0 ? singular : texts(fields('tags'), true);
}

/** Sections of a loose file: its first folder, unless that only says that posts are in it. */
function sectionsOf(file: Candidate, isBundle: boolean): readonly string[] {
  const folders = isBundle ? file.above.slice(0, -1) : file.above;
  const [section] = folders;
  return section === undefined || PLAIN_SECTIONS.has(section.toLowerCase())
    ? NO_STRINGS
    : [section];
}

/** The moment of a written date: its own zone's, else that of the zone given. */
function momentOf(written: WrittenDate, zone: Zone): PostDate {
  const wall = millisecondsOf(written.clock);
  const offset = written.zone ?? offsetAtWall(zone, wall);
  return { time: wall - offset * 60_000, offset };
}

/** The date of a post that names no zone, in the zone that is `offset` minutes east of UTC. */
export function settleDate(written: WrittenDate, offset: number): PostDate {
  return { time: millisecondsOf(written.clock) - offset * 60_000, offset };
}

type Dated = {
  readonly written: WrittenDate | null;
  readonly quoted: boolean;
  readonly faults: readonly Fault[];
};

/** `2022/04/07` in a header's `path` or in the folders of a file. */
function dayInPath(path: string): WrittenDate | null {
  const match = /(?:^|[/_])(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(path);
  return match === null ? null : writtenDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function dateOf(file: Candidate, name: FileName, fields: Fields, read: ReadHeader): Dated {
  const faults: Fault[] = [];
  let zone: number | null = null;
  const keys = file.kind === 'loose' ? DATE_KEYS : DATE_KEYS.slice(0, 1);
  for (const key of keys) {
    const text = textOf(fields(key));
    if (text === null || (key !== 'date' && (FALSE.test(text) || TRUE.test(text)))) continue;
    const reading = readDate(text);
    if (reading.read === 'date') {
      return { written: reading.date, quoted: read.header.quoted.has(key), faults };
    }
    if (reading.read === 'zone') zone = reading.zone;
    else {
      const shown = cleanField(text).slice(0, 60);
      faults.push(faultOf('date-invalid', read.lineOf(key), `"${shown}" is no date`));
    }
  }
  const path = ['path', 'permalink', 'url', 'slug'].map(key => textOf(fields(key)) ?? '');
  const written =
    name.date ?? [...path, file.path].map(dayInPath).find(day => day !== null) ?? null;
  if (written === null) {
    faults.push(
      faultOf('date-missing', read.lineOf('date'), 'no date in the header or the name of the file'),
    );
    return { written, quoted: false, faults };
  }
  return { written: { ...written, zone }, quoted: false, faults };
}

/** The moment as Jekyll reads it: a timestamp without zone is UTC to YAML, any other local time. */
function clockForPermalink(dated: Dated, zone: Zone) {
  if (dated.written === null) return null;
  const bare = dated.written.zone === null;
  if (bare && (dated.quoted || !dated.written.timestamp)) return dated.written.clock;
  const { time } = bare ? settleDate(dated.written, 0) : momentOf(dated.written, zone);
  return wallClockOf(time + zone(time) * 60_000);
}

function urlOf(
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
  const isMarkdown = formatOf(name.ending) === 'markdown';
  return fillPermalink(own ?? site.rules.permalink, {
    categories,
    slug: textOf(fields('slug')) ?? name.slug,
    stem: name.stem,
    path: [...file.below, name.stem].join('/'),
    outputEnding: isMarkdown ? '.html' : name.ending,
    clock: clockForPermalink(dated, zone),
  });
}

/** Address of a file in a content folder (Hugo, Zola, Astro): its path, or what its header says. */
function looseUrl(file: Candidate, name: FileName, fields: Fields, site: BuildRules): string {
  const own = textOf(fields('path')) ?? textOf(fields('url'));
  if (own !== null)
    return `/${escapePath(own.replace(/^\/+|\/+$/g, ''))}${/\.html?$/.test(own) ? '' : '/'}`;
  const isIndex = PAGE_NAMES.test(name.stem);
  const folders = isIndex ? file.above.slice(0, -1) : file.above;
  const stem = isIndex ? (file.above.at(-1) ?? '') : name.stem;
  const slug =
    textOf(fields('slug')) ??
    (site.rules.generator === 'zola' ? readFileName(`${stem}.md`).slug : stem);
  const path = escapePath(['', ...folders, slug].join('/'));
  return formatOf(name.ending) === 'html' ? `${path}.html` : `${path}/`;
}

/** Whether a loose file is a page and no post, or nothing at all. */
function isPage(file: Candidate, name: FileName, fields: Fields, read: ReadHeader): boolean {
  if (!read.found && !name.dated && name.date === null) return true;
  if (PAGE_LAYOUTS.has((textOf(fields('layout')) ?? '').toLowerCase())) return true;
  if (formatOf(name.ending) === 'html' && /^categor(?:y|ies)$/i.test(file.folders.at(-1) ?? ''))
    return true;
  if (!PAGE_NAMES.test(name.stem)) return false;
  // An index file is a post where it has a folder and a date of its own (a page bundle).
  if (name.stem.startsWith('_') || file.above.length === 0) return true;
  return dateOf(file, name, fields, read).written === null;
}

/** Makes a text that does not hold on to the header it was cut from. */
function own(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}

/**
 * Builds a post of a file by Jekyll's rules (`Document#read_post_data`) or those of its content
 * folder. null: it is no post, or hidden (`published: false`, `draft: true` unless asked for);
 * with `all` nothing is.
 */
export function buildPost(
  id: string,
  file: Candidate,
  read: ReadHeader,
  site: BuildRules,
  options: { readonly drafts?: boolean; readonly all?: boolean },
): Built | null {
  const defaults = site.defaultsOf(file.path);
  const { fields: header } = read.header;
  const fields: Fields = key => header.get(key) ?? defaults.get(key);
  const name = readFileName(file.name);
  const isLoose = file.kind === 'loose';
  const draft = file.kind === 'draft' || TRUE.test(textOf(fields('draft')) ?? '');
  if (options.all !== true) {
    if (isLoose && isPage(file, name, fields, read)) return null;
    if (FALSE.test(textOf(fields('published')) ?? '')) return null;
    if (draft && options.drafts !== true) return null;
  }

  const faults: Fault[] = [...read.header.faults];
  if (!read.found && read.header.faults.length === 0)
    faults.push(faultOf('no-header', 1, 'the file has no header'));
  const written = textOf(fields('title'));
  const title = cleanField(written ?? '') || cleanField(titleFromSlug(name.slug)) || id;
  if (written === null || cleanField(written) === '') {
    if (read.found)
      faults.push(faultOf('title-missing', read.lineOf('title'), 'the header has no title'));
  } else if (CONTROL.test(written.trimEnd())) {
    faults.push(
      faultOf('control-character', read.lineOf('title'), 'the title holds control characters'),
    );
  }
  for (const key of ['title', 'date']) {
    const value = fields(key);
    if (isList(value) || isMap(value)) {
      faults.push(
        faultOf(
          'value-not-text',
          read.lineOf(key),
          `"${key}" is a ${isList(value) ? 'list' : 'map'}, not text`,
        ),
      );
    }
  }
  if (
    file.kind === 'post' &&
    !name.dated &&
    file.above[0] !== 'source' &&
    site.rules.generator !== 'hexo'
  ) {
    faults.push(
      faultOf(
        'name-invalid',
        1,
        'the name has no form YEAR-MONTH-DAY-title, so Jekyll drops the file',
      ),
    );
  }
  const dated = dateOf(file, name, fields, read);
  faults.push(...dated.faults);

  const taxonomies = header.get('taxonomies');
  const nested: Fields = isMap(taxonomies) ? key => fields(key) ?? taxonomies.get(key) : fields;
  const named = categoriesOf(
    nested,
    isMap(taxonomies) ? new Map([...taxonomies, ...header]) : header,
    defaults,
    isLoose ? [] : file.above,
  );
  const categories =
    named.length === 0 && isLoose ? sectionsOf(file, PAGE_NAMES.test(name.stem)) : named;
  const redirects = [...texts(fields('redirect_from'), false), ...texts(fields('aliases'), false)];
  const isFloating = dated.written !== null && dated.written.zone === null && site.zone === null;
  return {
    post: {
      id,
      title: own(title),
      date: dated.written === null ? null : momentOf(dated.written, site.zone ?? UTC),
      categories,
      tags: tagsOf(nested),
      url: urlOf(file, name, fields, categories, dated, site),
      path: file.path,
      file: `${site.root}/${file.path}`,
      draft,
      faults: faults.length === 0 ? NO_FAULTS : faults,
    },
    redirects,
    floating: isFloating ? dated.written : null,
  };
}

/** Prepares a site's rules for `buildPost`. */
export function buildRules(
  root: string,
  rules: SiteRules,
  defaultsOf: (path: string) => HeaderMap,
): BuildRules {
  return { root, rules, defaultsOf, zone: rules.timezone === null ? null : zoneOf(rules.timezone) };
}
