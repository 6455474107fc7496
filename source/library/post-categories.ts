import { cleanField, cleanText } from '../article/sanitise.ts';
import type { FileName } from './file-name.ts';
import { type HeaderMap, type HeaderValue, isList, isMap } from './header.ts';
import type { Fields } from './post-input.ts';
import type { Candidate } from './post-place.ts';

const NO_STRINGS: readonly string[] = [];

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

/** Parts of a list that are looked at: aliases can make one that has no end. */
const MOST_PARTS = 5000;

/** What Ruby splits a text on: blanks of ASCII, not the wide one that Chinese names may hold. */
const BLANKS = /[ \t\n\v\f\r]+/;
/** A name that is clean as it stands, as nearly all are. */
const PLAIN_NAME = /^[\x21-\x7e\u3400-\u4dbf\u4e00-\u9fff]*$/;
const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;

/** A category's or tag's name: one clean line whose inner blanks stay as they are written. */
function cleanName(text: string): string {
  if (PLAIN_NAME.test(text)) return text;
  return ONE_LINE.test(text) ? cleanText(text).trim() : cleanField(text);
}

function isNotEmpty(text: string): boolean {
  return text !== '';
}

/** Clean non-empty texts of a value, lists in lists too; a plain string is split on blanks if `split`. */
export function texts(value: HeaderValue | undefined, split: boolean): readonly string[] {
  if (value === undefined || value === null || isMap(value)) return NO_STRINGS;
  if (typeof value === 'string') {
    const parts = split ? value.split(BLANKS, MOST_PARTS) : [value];
    return parts.map(cleanName).filter(isNotEmpty);
  }
  const found: string[] = [];
  const open = [value.values()];
  for (let looked = 0; open.length > 0 && looked < MOST_PARTS; looked++) {
    const next = open.at(-1)?.next();
    if (next === undefined || next.done) open.pop();
    else if (isList(next.value)) open.push(next.value.values());
    else if (typeof next.value === 'string') found.push(cleanName(next.value));
  }
  return found.filter(isNotEmpty);
}

/**
 * Categories by Jekyll's rules (`Document#populate_categories`): the folders above `_posts`, then
 * `categories` of the defaults and of the header (a string is split on blanks), then `category`
 * (never split); each once.
 */
export function categoriesOf(
  fields: Fields,
  own: HeaderMap,
  defaults: HeaderMap,
  above: readonly string[],
): readonly string[] {
  const all = [
    ...above.map(cleanName).filter(isNotEmpty),
    ...texts(defaults.get('categories'), true),
    ...texts(own.get('categories'), true),
    ...texts(fields('category'), false),
  ];
  return all.length < 2 ? all : [...new Set(all)];
}

/** Tags by Jekyll's rules: `tag`, not split, or else `tags`, split on blanks if it is a string. */
export function tagsOf(fields: Fields): readonly string[] {
  const singular = texts(fields('tag'), false);
  return singular.length > 0 ? singular : texts(fields('tags'), true);
}

/** Sections of a loose file: its first folder, unless that only says that posts are in it. */
export function sectionsOf(file: Candidate, name: FileName): readonly string[] {
  const isBundle = /^index$/i.test(name.stem);
  const folders = isBundle ? file.above.slice(0, -1) : file.above;
  const [section] = folders;
  return section === undefined || PLAIN_SECTIONS.has(section.toLowerCase())
    ? NO_STRINGS
    : [cleanName(section)].filter(isNotEmpty);
}
