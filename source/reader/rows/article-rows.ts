import type { Segment } from '../../article/line.ts';
import { textWidth } from '../../article/width.ts';
import type { Match } from '../../library/find-text.ts';
import type { Post } from '../../library/post.ts';
import type { Page, PageLine } from '../data/page.ts';
import type { Context } from '../state/context.ts';

import { focusables } from '../state/focus.ts';
import { type Look, linkLook, segmentLook, theme } from '../theme.ts';
import { litSegments } from './lit-segments.ts';
import { blankRow, dropCells, type Row, type Span, span } from './row.ts';

/** What of an article is lit beside its own looks. */
export type Lights = {
  /** Number of what is focused, 0 if nothing is. */
  readonly focus: number;
  readonly matches: readonly Match[];
  /** Index of the match that is shown, -1 if none is. */
  readonly match: number;
  /** Letters that stand on links, by the links' numbers. */
  readonly hints: ReadonlyMap<number, string>;
  /** Letters typed so far. */
  readonly typed: string;
};

function ownLook(
  segment: Segment,
  item: number,
  focus: number,
  post: Post,
  context: Context,
): Look {
  const base = segmentLook(segment.role, segment.style);
  if (item !== 0 && item === focus) return theme.focusedLink;
  if (segment.link === 0 || segment.role === 'number') return base;
  return { ...base, ...linkLook(context.target(post, segment.link).kind) };
}

const litLooks = { match: theme.match, current: theme.currentMatch } as const;

function litSpans(segments: readonly Segment[], look: Look, { matches, match }: Lights): Row {
  return litSegments(segments, matches, match).map(({ text, lit }) =>
    span(text, lit === 'no' ? look : { ...look, ...litLooks[lit] }),
  );
}

/** Letters over the beginning of a link; a wide character half covered leaves a blank cell. */
function hintSpans(spans: readonly Span[], hint: string, typed: string, context: Context): Row {
  const { ambiguous } = context.settings;
  const cells = spans.reduce((sum, { text }) => sum + textWidth(text, ambiguous), 0);
  const shown = hint.slice(0, cells);
  const rest = dropCells(spans, shown.length, ambiguous);
  return [
    span(shown.slice(0, typed.length), theme.key),
    span(shown.slice(typed.length), theme.hint),
    ...rest,
  ];
}

function lineRow(
  { line, part }: PageLine,
  post: Post,
  lights: Lights,
  hinted: Set<number>,
  images: ReadonlyMap<number, number>,
  margin: string,
  context: Context,
): Row {
  if (line.segments.length === 0) return blankRow;
  if (part === 'meta') {
    return [span(margin), span(line.segments.map(({ text }) => text).join(''), theme.faint)];
  }
  if (part === 'title') return [span(margin), ...litSpans(line.segments, theme.title, lights)];
  const spans = line.segments.flatMap(segment => {
    const image = segment.role === 'image' ? (images.get(segment.start) ?? 0) : 0;
    const item = segment.link === 0 ? image : segment.link;
    const look = ownLook(segment, item, lights.focus, post, context);
    const own = litSpans([segment], look, lights);
    const hint = hinted.has(item) ? undefined : lights.hints.get(item);
    if (hint === undefined) return own;
    hinted.add(item);
    return hintSpans(own, hint, lights.typed, context);
  });
  return [span(margin), ...spans];
}

/** The rows of a page from `top` on: at most `height`, `margin` blank cells at their left. */
export function articleRows(
  page: Page,
  post: Post,
  lights: Lights,
  top: number,
  height: number,
  margin: number,
  context: Context,
): readonly Row[] {
  const blanks = ' '.repeat(margin);
  const images = new Map(
    focusables(page.article).flatMap(({ image, start, n }) =>
      image >= 0 ? [[start, n] as const] : [],
    ),
  );
  const hinted = new Set<number>();
  return page
    .lines(top, top + height)
    .map(line => lineRow(line, post, lights, hinted, images, blanks, context));
}
