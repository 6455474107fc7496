import type { WallClock } from './civil.ts';
import { daysFromCivil, weekdayOfDay } from './civil.ts';
import { escapePath, prettySlug, slugify } from './slug.ts';

/** What the placeholders of a permalink stand for. */
export type PermalinkParts = {
  readonly categories: readonly string[];
  /** `slug` of the header, else the file name's. */
  readonly slug: string;
  /** The file's name without ending. */
  readonly stem: string;
  /** Path below `_posts` without ending. */
  readonly path: string;
  readonly outputEnding: string;
  /** Folders that are a part of the title. */
  readonly folders?: readonly string[];
  /** What other placeholders stand for. */
  readonly names?: Readonly<Record<string, string>>;
  /** The post's moment by the site's own clock; null: undated. */
  readonly clock: WallClock | null;
};

/** Jekyll's named styles (`Configuration::STYLE_TO_PERMALINK`). */
const STYLES: ReadonlyMap<string, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
]);

export const DEFAULT_STYLE = 'date';

/** The template of a style's name; a template is its own. */
export function permalinkTemplate(style: string): string {
  return STYLES.get(style) ?? style;
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** ISO 8601 week and its year. */
function isoWeek(days: number): { week: number; year: number } {
  const thursday = days - ((((days + 3) % 7) + 7) % 7) + 3;
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  return { week: Math.floor((thursday - daysFromCivil(year, 1, 1)) / 7) + 1, year };
}

function datePart(key: string, clock: WallClock): string | undefined {
  switch (key) {
    case 'year':
      return String(clock.year).padStart(4, '0');
    case 'month':
      return two(clock.month);
    case 'day':
      return two(clock.day);
    case 'hour':
      return two(clock.hour);
    case 'minute':
      return two(clock.minute);
    case 'second':
      return two(clock.second);
    case 'i_day':
      return String(clock.day);
    case 'i_month':
      return String(clock.month);
    case 'short_month':
      return MONTHS[clock.month - 1]?.slice(0, 3);
    case 'long_month':
      return MONTHS[clock.month - 1];
    case 'short_year':
      return two(clock.year % 100);
    default:
      return weekPart(key, clock);
  }
}

function weekPart(key: string, clock: WallClock): string | undefined {
  const days = daysFromCivil(clock.year, clock.month, clock.day);
  const weekday = weekdayOfDay(days);
  switch (key) {
    case 'w_year':
      return String(isoWeek(days).year);
    case 'week':
      return two(isoWeek(days).week);
    case 'w_day':
      return String(weekday === 0 ? 7 : weekday);
    case 'short_day':
      return WEEKDAYS[weekday]?.slice(0, 3);
    case 'long_day':
      return WEEKDAYS[weekday];
    case 'y_day':
      return String(days - daysFromCivil(clock.year, 1, 1) + 1).padStart(3, '0');
    default:
      return undefined;
  }
}

function unique(values: readonly string[]): string {
  return values.length < 2 ? (values[0] ?? '') : [...new Set(values)].join('/');
}

function partOf(key: string, parts: PermalinkParts): string | undefined {
  const named = parts.names?.[key];
  if (named !== undefined) return named;
  switch (key) {
    case 'categories':
      return unique(parts.categories.map(category => category.toLowerCase()));
    case 'slugified_categories':
      return unique(parts.categories.map(slugify));
    case 'title':
      return [...(parts.folders ?? []), prettySlug(parts.slug)].join('/');
    case 'slug':
      return slugify(parts.slug);
    case 'name':
      return slugify(parts.stem);
    case 'path':
      return parts.path;
    case 'collection':
      return 'posts';
    case 'output_ext':
      return parts.outputEnding;
    default:
      // A post without a date has none of these: its permalink goes without them.
      return parts.clock === null
        ? DATE_KEYS.has(key)
          ? ''
          : undefined
        : datePart(key, parts.clock);
  }
}

const DATE_KEYS: ReadonlySet<string> = new Set(
  (
    'year month day hour minute second i_day i_month short_month long_month short_year w_year week ' +
    'w_day short_day long_day y_day'
  ).split(' '),
);

/** Jekyll's `sanitize_url`: one leading slash, no `..`, no `./`, no two slashes in a row. */
function sanitizeUrl(url: string): string {
  let clean = `/${url}`;
  if (clean.includes('..')) clean = clean.replaceAll('..', '/');
  if (clean.includes('./')) clean = clean.replaceAll('./', '');
  return clean.includes('//') ? clean.replace(/\/{2,}/g, '/') : clean;
}

/** A template cut into what stands and what is filled in. */
type Piece = { readonly text: string } | { readonly key: string };

const cut = new Map<string, readonly Piece[]>();

function piecesOf(template: string): readonly Piece[] {
  let pieces = cut.get(template);
  if (pieces === undefined) {
    const parts = template.split(/:([a-z_]+)/);
    pieces = parts.map((part, at) => (at % 2 === 1 ? { key: part } : { text: part }));
    // Posts may each have a template of their own, in their header: those are not kept.
    if (cut.size < 100) cut.set(template, pieces);
  }
  return pieces;
}

function fillPiece(key: string, parts: PermalinkParts): string {
  const whole = partOf(key, parts);
  if (whole !== undefined) return escapePath(whole);
  if (!key.endsWith('_')) return `:${key}`;
  const shorter = partOf(key.slice(0, -1), parts);
  return shorter === undefined ? `:${key}` : `${escapePath(shorter)}_`;
}

/**
 * Fills a permalink template (https://jekyllrb.com/docs/permalinks/). A key may be followed by an
 * underscore that is not part of it (`:month_:day`); an unknown key stays as written.
 */
export function fillPermalink(template: string, parts: PermalinkParts): string {
  let url = '';
  for (const piece of piecesOf(template)) {
    url += 'text' in piece ? piece.text : fillPiece(piece.key, parts);
  }
  return sanitizeUrl(url);
}
