import { Style } from '../article/document.ts';
import type { SegmentRole } from '../article/line.ts';
import type { Target } from '../library/post.ts';
import type { ReaderSettings } from './settings.ts';

/** Attributes every terminal has, and a colour of its own palette: light and dark both fit. */
export type Look = {
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  readonly strike?: boolean;
  readonly color?: 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';
};

/** What things look like, by what they are. Nothing is told by colour alone. */
export const theme = {
  plain: {},
  siteName: { bold: true },
  heading: { bold: true },
  day: { bold: true, color: 'cyan' },
  faint: { dim: true },
  read: { dim: true },
  unreadMark: { color: 'cyan' },
  starMark: { bold: true, color: 'yellow' },
  chosen: { inverse: true },
  chosenAside: { bold: true },
  notice: { bold: true },
  fault: { color: 'yellow' },
  title: { bold: true },
  code: { color: 'green' },
  marker: { dim: true },
  border: { dim: true },
  image: { italic: true, dim: true },
  linkNumber: { dim: true },
  insideLink: { underline: true, color: 'blue' },
  outsideLink: { italic: true, color: 'magenta' },
  missingLink: { strike: true, dim: true },
  focusedLink: { inverse: true },
  key: { bold: true },
  match: { bold: true, underline: true, color: 'yellow' },
  currentMatch: { bold: true, inverse: true, color: 'yellow' },
  hint: { bold: true, inverse: true },
} as const satisfies Readonly<Record<string, Look>>;

/** The look of a link, by where it leads. */
export function linkLook(kind: Target['kind']): Look {
  if (kind === 'external') return theme.outsideLink;
  return kind === 'missing' ? theme.missingLink : theme.insideLink;
}

const roleLooks: Readonly<Record<SegmentRole, Look>> = {
  text: theme.plain,
  heading: theme.heading,
  code: theme.code,
  marker: theme.marker,
  number: theme.linkNumber,
  image: theme.image,
  border: theme.border,
};

/** The look of a piece of an article, links aside. `style`: `Style` values combined. */
export function segmentLook(role: SegmentRole, style: number): Look {
  const base = roleLooks[role];
  if (style === Style.none) return base;
  return {
    ...base,
    ...(style & Style.bold ? { bold: true } : {}),
    ...(style & Style.italic ? { italic: true } : {}),
    ...(style & Style.underline ? { underline: true } : {}),
    ...(style & Style.strike ? { strike: true } : {}),
    ...(style & Style.mark ? { inverse: true } : {}),
    ...(style & Style.code ? theme.code : {}),
  };
}

/** What hues are chosen for: a background, or none if there are to be no hues. */
export type Shade = 'none' | 'any' | 'light' | 'dark';

/** The shade that settings ask for. */
export function shadeOf({
  color,
  background,
}: Pick<ReaderSettings, 'color' | 'background'>): Shade {
  return color ? (background ?? 'any') : 'none';
}

type Hues = Readonly<Record<NonNullable<Look['color']>, number>>;

const plainHues: Hues = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 };

/**
 * SGR parameters of hues in the terminal's own palette. Its blue is too dark for many black
 * backgrounds; yellow and cyan are too bright for white ones.
 */
const hues: Readonly<Record<Exclude<Shade, 'none'>, Hues>> = {
  any: plainHues,
  dark: { ...plainHues, blue: 94 },
  light: { ...plainHues, yellow: 31, cyan: 34 },
};

/** The parameters of the SGR sequence (ECMA-48, 8.3.117) for a look; empty for a plain one. */
function parametersOf(look: Look, shade: Shade): string {
  const codes: number[] = [];
  if (look.bold) codes.push(1);
  if (look.dim) codes.push(2);
  if (look.italic) codes.push(3);
  if (look.underline) codes.push(4);
  if (look.inverse) codes.push(7);
  if (look.strike) codes.push(9);
  if (shade !== 'none' && look.color !== undefined) codes.push(hues[shade][look.color]);
  return codes.join(';');
}

/** `text` in its look, for a terminal; where the shade is `none` the hue is left out and the rest stays. */
export function styled(text: string, look: Look, shade: Shade): string {
  const parameters = parametersOf(look, shade);
  return parameters === '' || text === '' ? text : `\x1b[${parameters}m${text}\x1b[0m`;
}
