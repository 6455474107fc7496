import { Style } from '../article/document.ts';
import type { Line, Segment, SegmentRole } from '../article/line.ts';

/** SGR parameters (ECMA-48, 8.3.117) of each style. */
const styleCodes: readonly (readonly [style: number, code: number])[] = [
  [Style.bold, 1],
  [Style.italic, 3],
  [Style.code, 36],
  [Style.strike, 9],
  [Style.underline, 4],
  [Style.mark, 7],
];

const roleCodes: Readonly<Record<SegmentRole, readonly number[]>> = {
  text: [],
  heading: [1],
  code: [36],
  marker: [2],
  number: [2],
  image: [2],
  border: [2],
};

const UNDERLINE = 4;
/** Styles that show on blanks. */
const SEEN_ON_BLANKS = Style.underline | Style.strike | Style.mark;

function codesOf({ text, style, role, link }: Segment): readonly number[] {
  if ((style & SEEN_ON_BLANKS) === 0 && text.trim() === '') return [];
  const codes = new Set(roleCodes[role]);
  for (const [bit, code] of styleCodes) if ((style & bit) !== 0) codes.add(code);
  if (link > 0 && role === 'text') codes.add(UNDERLINE);
  return [...codes];
}

function styled(segment: Segment): string {
  const codes = codesOf(segment);
  return codes.length === 0 ? segment.text : `\x1b[${codes.join(';')}m${segment.text}\x1b[m`;
}

/** OSC 8; one id for all rows of a link lets the terminal light it up as a whole. */
function openHyperlink(link: number, address: string): string {
  return address === '' ? '' : `\x1b]8;id=${link};${address}\x1b\\`;
}

const CLOSE_HYPERLINK = '\x1b]8;;\x1b\\';

/** The row as plain text, without blanks at its end. */
export function plainLine(line: Line): string {
  return line.segments
    .map(segment => segment.text)
    .join('')
    .trimEnd();
}

/**
 * The row with SGR styles and OSC 8 hyperlinks; both end with the row.
 *
 * @param hyperlinks Sanitised address of each link by number, the first is `[0]`; empty for none.
 */
export function styledLine(line: Line, hyperlinks: readonly string[]): string {
  let row = '';
  let open = '';
  for (const segment of line.segments) {
    const next = openHyperlink(segment.link, hyperlinks[segment.link - 1] ?? '');
    if (next !== open) row += (open === '' ? '' : CLOSE_HYPERLINK) + next;
    open = next;
    row += styled(segment);
  }
  return open === '' ? row : row + CLOSE_HYPERLINK;
}
