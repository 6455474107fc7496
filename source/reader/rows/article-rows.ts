import type { Segment } from '../../article/line.ts';
import type { Post } from '../../library/post.ts';
import type { Page, PageLine } from '../page.ts';
import type { Context } from '../state/context.ts';
import { type Look, linkLook, segmentLook, theme } from '../theme.ts';
import { blankRow, type Row, type Span, span } from './row.ts';

function segmentSpan(segment: Segment, post: Post, focus: number, context: Context): Span {
  const base = segmentLook(segment.role, segment.style);
  if (segment.link === 0) return span(segment.text, base);
  if (segment.link === focus) return span(segment.text, theme.focusedLink);
  if (segment.role === 'number') return span(segment.text, base);
  const look: Look = { ...base, ...linkLook(context.target(post, segment.link).kind) };
  return span(segment.text, look);
}

function lineRow(
  { line, part }: PageLine,
  post: Post,
  focus: number,
  margin: string,
  context: Context,
): Row {
  if (line.segments.length === 0) return blankRow;
  if (part === 'title' || part === 'meta') {
    const text = line.segments.map(segment => segment.text).join('');
    return [span(margin), span(text, part === 'title' ? theme.title : theme.faint)];
  }
  return [
    span(margin),
    ...line.segments.map(segment => segmentSpan(segment, post, focus, context)),
  ];
}

/** The rows of a page from `top` on: at most `height`, `margin` blank cells at their left. */
export function articleRows(
  page: Page,
  post: Post,
  focus: number,
  top: number,
  height: number,
  margin: number,
  context: Context,
): readonly Row[] {
  const blanks = ' '.repeat(margin);
  return page.lines(top, top + height).map(line => lineRow(line, post, focus, blanks, context));
}
