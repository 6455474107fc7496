import type { Cell } from '../helpers/screen.ts';

/** Colours of a picture: those of a terminal's palette by number, and its own two. */
export type Palette = {
  readonly ground: string;
  readonly ink: string;
  readonly colors: readonly string[];
};

export const palettes: Readonly<Record<'dark' | 'light', Palette>> = {
  dark: {
    ground: '#1b1d22',
    ink: '#d6d3cb',
    colors: [
      ...['#2b2e36', '#e06c75', '#98c379', '#e5c07b', '#6c9ef8', '#c792ea', '#56b6c2', '#d6d3cb'],
      ...['#767c88', '#ff8b92', '#b5e08f', '#ffd68a', '#8db8ff', '#dcb0ff', '#7fdbe6', '#ffffff'],
    ],
  },
  light: {
    ground: '#fbfaf7',
    ink: '#2c2b29',
    colors: [
      ...['#2c2b29', '#b3261e', '#2f7d32', '#8a6100', '#1f5fbf', '#8e3a9d', '#00707c', '#d8d5ce'],
      ...['#6c6a66', '#d0372d', '#3f9142', '#a87600', '#3273d6', '#a44fb4', '#0a8794', '#ffffff'],
    ],
  },
};

/** Pixels of a cell, of its letters, and around all of them. */
const WIDTH = 8.4;
const HEIGHT = 19;
const LETTER = 14;
/** A Han character is as wide as its letter is high: it fills its two cells. */
const WIDE_LETTER = 2 * WIDTH;
const BASELINE = 14;
const MARGIN = 14;

const FONTS =
  "'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',monospace";

/** The cells behind whose letters something else than the ground is, stretch by stretch. */
function groundsSvg(cells: readonly Cell[], y: number, palette: Palette): string {
  const parts: string[] = [];
  for (let from = 0; from < cells.length; ) {
    const groundAt = (at: number): string | undefined => {
      const cell = cells[at];
      return cell === undefined ? undefined : colorsOf(cell, palette)[1];
    };
    const ground = groundAt(from);
    let to = from + 1;
    while (groundAt(to) === ground) to += 1;
    if (ground !== palette.ground) {
      const x = px(MARGIN + from * WIDTH);
      const width = px((to - from) * WIDTH);
      parts.push(
        `<rect x="${x}" y="${px(y)}" width="${width}" height="${HEIGHT}" fill="${ground}"/>`,
      );
    }
    from = to;
  }
  return parts.join('');
}

/** Which of up, right, down and left a box-drawing character (U+2500 block) joins. */
const boxes: Readonly<Record<string, string>> = {
  '─': 'rl',
  '━': 'rl',
  '│': 'ud',
  '┌': 'rd',
  '┐': 'dl',
  '└': 'ur',
  '┘': 'ul',
  '├': 'urd',
  '┤': 'udl',
  '┬': 'rdl',
  '┴': 'url',
  '┼': 'urdl',
};

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function blend(color: string, ground: string): string {
  const channels = [1, 3, 5].map(at => {
    const mixed =
      0.58 * Number.parseInt(color.slice(at, at + 2), 16) +
      0.42 * Number.parseInt(ground.slice(at, at + 2), 16);
    return Math.round(mixed).toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** Colour of the letters and of what is behind them. */
function colorsOf(cell: Cell, palette: Palette): readonly [string, string] {
  const plain = cell.color < 0 ? palette.ink : (palette.colors[cell.color] ?? palette.ink);
  const ink = cell.dim ? blend(plain, palette.ground) : plain;
  return cell.inverse ? [palette.ground, ink] : [ink, palette.ground];
}

function styleOf(cell: Cell, palette: Palette): string {
  const [ink] = colorsOf(cell, palette);
  return [
    `fill="${ink}"`,
    cell.width === 2 ? `font-size="${WIDE_LETTER}"` : '',
    cell.bold ? 'font-weight="bold"' : '',
    cell.italic ? 'font-style="italic"' : '',
  ]
    .filter(part => part !== '')
    .join(' ');
}

function boxPath(joins: string, x: number, y: number): string {
  const middle = [x + WIDTH / 2, y + HEIGHT / 2] as const;
  const ends: Readonly<Record<string, readonly [number, number]>> = {
    u: [middle[0], y],
    r: [x + WIDTH, middle[1]],
    d: [middle[0], y + HEIGHT],
    l: [x, middle[1]],
  };
  return [...joins]
    .map(side => {
      const [toX, toY] = ends[side] ?? middle;
      return `M${px(middle[0])} ${px(middle[1])}L${px(toX)} ${px(toY)}`;
    })
    .join('');
}

function strokes(cell: Cell, x: number, y: number, palette: Palette): string {
  const [ink] = colorsOf(cell, palette);
  const right = x + WIDTH * cell.width;
  const line = (at: number): string =>
    `<path d="M${px(x)} ${px(y + at)}H${px(right)}" stroke="${ink}"/>`;
  return (cell.underline ? line(BASELINE + 2.5) : '') + (cell.strike ? line(BASELINE - 4.5) : '');
}

function rowSvg(cells: readonly Cell[], y: number, palette: Palette): string {
  const parts: string[] = [];
  let run: { style: string; xs: string[]; text: string } | undefined;
  const flush = (): void => {
    if (run === undefined) return;
    const y0 = px(y + BASELINE);
    parts.push(
      `<text ${run.style} x="${run.xs.join(' ')}" y="${y0}">${escapeXml(run.text)}</text>`,
    );
    run = undefined;
  };
  for (const [column, cell] of cells.entries()) {
    if (cell.width === 0) continue;
    const x = MARGIN + column * WIDTH;
    const [ink] = colorsOf(cell, palette);
    parts.push(strokes(cell, x, y, palette));
    const joins = boxes[cell.text];
    if (joins !== undefined) parts.push(`<path d="${boxPath(joins, x, y)}" stroke="${ink}"/>`);
    if (joins !== undefined || cell.text.trim() === '') {
      flush();
      continue;
    }
    const isAlone = [...cell.text].length > 1;
    const style = styleOf(cell, palette);
    if (isAlone || run?.style !== style) flush();
    run ??= { style, xs: [], text: '' };
    run.xs.push(px(x));
    run.text += cell.text;
    if (isAlone) flush();
  }
  flush();
  return parts.join('');
}

/** A screen as an SVG picture: every character at its cell, Han characters two cells wide. */
export function screenSvg(rows: readonly (readonly Cell[])[], palette: Palette): string {
  const columns = Math.max(...rows.map(row => row.length));
  const width = px(columns * WIDTH + 2 * MARGIN);
  const height = px(rows.length * HEIGHT + 2 * MARGIN);
  const body = rows
    .map((row, index) => {
      const y = MARGIN + index * HEIGHT;
      return groundsSvg(row, y, palette) + rowSvg(row, y, palette);
    })
    .join('\n');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" font-size="${LETTER}" xml:space="preserve">\n` +
    `<rect width="100%" height="100%" rx="8" fill="${palette.ground}"/>\n${body}\n</svg>\n`
  );
}
