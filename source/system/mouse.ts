/** The mouse in a terminal: SGR reports (xterm control sequences, "Extended coordinates"). */

/** What the mouse did; `column` and `row` are cells from the top left corner, from 0. */
export type MouseEvent =
  | {
      readonly what: 'press';
      readonly button: 'left' | 'middle' | 'right';
      readonly column: number;
      readonly row: number;
    }
  | {
      readonly what: 'wheel';
      readonly by: 'up' | 'down';
      readonly column: number;
      readonly row: number;
    };

/** Reports presses and the wheel, in SGR form; movement is not asked for. */
export const MOUSE_ON = '\x1b[?1000h\x1b[?1006h';
export const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l';

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
const REPORT = /\x1b\[<([0-9]{1,4});([0-9]{1,5});([0-9]{1,5})([Mm])/y;
/** A report whose rest is still to come. No key of any terminal begins with `ESC [ <`. */
const PART = /\x1b\[<[0-9;]{0,17}$/y;

const SHIFTED = 4 + 8 + 16;
const buttons = ['left', 'middle', 'right'] as const;

function eventOf(code: number, column: number, row: number, final: string): MouseEvent | undefined {
  const plain = code & ~SHIFTED;
  if (final !== 'M') return undefined;
  if (plain === 64 || plain === 65) {
    return { what: 'wheel', by: plain === 64 ? 'up' : 'down', column, row };
  }
  const button = buttons[plain];
  return button === undefined ? undefined : { what: 'press', button, column, row };
}

/** How much of the end of `text` may be the beginning of `mark`. */
function overlap(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length -= 1) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}

/**
 * Makes a filter for what a terminal sends, chunk by chunk: gives back the chunk without the
 * mouse's reports, which go to `onMouse` in their order. A report torn between chunks is waited
 * for; what looks like one inside a paste is text.
 */
export function createMouseFilter(onMouse: (event: MouseEvent) => void): (chunk: string) => string {
  let held = '';
  let isPaste = false;
  /** The end of what was given on: a paste may begin in one chunk and in the next. */
  let last = '';

  /** Where what is copied from `at` on ends. */
  const copyTo = (input: string, at: number): number => {
    if (isPaste) {
      const end = input.indexOf(PASTE_END, at);
      isPaste = end < 0;
      return isPaste ? input.length - overlap(input.slice(at), PASTE_END) : end + PASTE_END.length;
    }
    const begun = at === 0 ? overlap(last, PASTE_START) : 0;
    isPaste = input.startsWith(PASTE_START.slice(begun), at);
    if (isPaste) return at + PASTE_START.length - begun;
    const next = input.indexOf('\x1b', at + 1);
    return next < 0 ? input.length : next;
  };

  /** Tells the report at `at`; gives back where it ends. */
  const reportTo = (input: string, at: number): number => {
    REPORT.lastIndex = at;
    const report = isPaste ? null : REPORT.exec(input);
    if (report === null) return at;
    const [whole, code, column, row, final = ''] = report;
    const event = eventOf(Number(code), Number(column) - 1, Number(row) - 1, final);
    if (event !== undefined) onMouse(event);
    return at + whole.length;
  };

  const isTorn = (input: string, at: number, isAfterReport: boolean): boolean => {
    if (isPaste) return overlap(input.slice(at), PASTE_END) === input.length - at;
    PART.lastIndex = at;
    if (PART.test(input)) return true;
    // After a report a lone Esc at the end is rather the next report's beginning.
    return isAfterReport && /^\x1b\[?$/.test(input.slice(at));
  };

  return chunk => {
    const input = held + chunk;
    let kept = '';
    let at = 0;
    let isAfterReport = false;
    while (at < input.length && !isTorn(input, at, isAfterReport)) {
      const reported = reportTo(input, at);
      if (reported > at) {
        isAfterReport = true;
        at = reported;
        continue;
      }
      const to = copyTo(input, at);
      kept += input.slice(at, to);
      at = to;
    }
    held = input.slice(at);
    last = (last + kept).slice(-PASTE_START.length);
    return kept;
  };
}

/**
 * A terminal's input without the mouse's reports, which go to `onMouse`: the same stream in
 * everything but what `read` gives. The stream must have an encoding by then, as Ink gives it.
 */
export function withoutMouse(
  stdin: NodeJS.ReadStream,
  onMouse: (event: MouseEvent) => void,
): NodeJS.ReadStream {
  const filter = createMouseFilter(onMouse);
  const read = (size?: number): unknown => {
    const chunk: unknown = stdin.read(size);
    return typeof chunk === 'string' ? filter(chunk) : chunk;
  };
  return new Proxy(stdin, {
    get: (target, property) => {
      if (property === 'read') return read;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
