import { PassThrough, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import xterm from '@xterm/headless';
import { setModernWidths } from './modern-widths.ts';
// The reader loads it a moment after its first frame: from source that holds up a key for longer than a test waits.
import '../../source/reader/data/article-desk.ts';

/** One cell of the screen and how it is drawn. */
export type Cell = {
  readonly text: string;
  /** Columns its character takes; 0 for the second half of a wide one. */
  readonly width: number;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly strike: boolean;
  /** Colour of the palette, -1 for the terminal's own. */
  readonly color: number;
};

/** A terminal in this process: what Ink writes goes to an emulator, keys go to what Ink reads. */
export type Screen = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Rows as text, blanks at the right cut. */
  readonly rows: () => readonly string[];
  readonly text: () => string;
  readonly cells: (row: number) => readonly Cell[];
  /** Rows that go on in the next one because more was written into them than they hold. */
  readonly overflowing: () => readonly string[];
  /** Text of the inverse cells of each row that has any. */
  readonly inverse: () => readonly string[];
  readonly alternate: () => boolean;
  readonly cursorHidden: () => boolean;
  readonly raw: () => boolean;
  /** Everything written since the last call. */
  readonly taken: () => string;
  /** Sends keys as one chunk and waits until what they cause is drawn. */
  readonly send: (...chunks: readonly string[]) => Promise<void>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  /** Settles when nothing has been written for a moment. */
  readonly settle: () => Promise<void>;
  /** Settles when the screen shows `what`; rejects with the screen after some five seconds. */
  readonly see: (what: string | RegExp) => Promise<void>;
};

/**
 * Longer than Ink waits before it draws again (17 ms) and before it takes a lone ESC for a key
 * (20 ms): all run in this process, so a loaded machine delays them alike.
 */
const QUIET_MILLISECONDS = 45;
/** What came so late found this process busy: what the reader still has to do may be late as well. */
const LATE_MILLISECONDS = 15;
/** Times that a busy process is waited for. */
const MOST_WAITS = 20;
/** Milliseconds between two looks for what should come, and how many looks it has to come. */
const LOOK_MILLISECONDS = 5;
const MOST_LOOKS = 1000;

// Each reader listens for the end of the process, and there may be several side by side.
process.setMaxListeners(100);

/** Opens a terminal of the given size. */
export function openScreen(columns: number, rows: number): Screen {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  });
  setModernWidths(terminal);
  let written = '';
  let lastWrite = 0;
  let isRaw = false;
  let isHidden = false;
  for (const [final, hidden] of [
    ['l', true],
    ['h', false],
  ] as const) {
    terminal.parser.registerCsiHandler({ prefix: '?', final }, parameters => {
      if (parameters.includes(25)) isHidden = hidden;
      return false;
    });
  }
  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write: (chunk: string, _encoding, done) => {
        written += chunk;
        lastWrite = performance.now();
        terminal.write(chunk, done);
      },
    }),
    { isTTY: true, columns, rows },
  );
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => {
      isRaw = mode;
    },
    ref: () => undefined,
    unref: () => undefined,
  });

  const lineOf = (row: number) =>
    terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row);
  const shown = (): readonly string[] =>
    Array.from({ length: terminal.rows }, (_, row) =>
      (lineOf(row)?.translateToString(true) ?? '').trimEnd(),
    );
  const cells = (row: number): readonly Cell[] => {
    const line = lineOf(row);
    return Array.from({ length: terminal.cols }, (_, column) => {
      const cell = line?.getCell(column);
      return {
        text: cell?.getChars() ?? '',
        width: cell?.getWidth() ?? 1,
        bold: cell?.isBold() !== 0,
        dim: cell?.isDim() !== 0,
        italic: cell?.isItalic() !== 0,
        underline: cell?.isUnderline() !== 0,
        inverse: cell?.isInverse() !== 0,
        strike: cell?.isStrikethrough() !== 0,
        color: cell?.isFgDefault() ? -1 : (cell?.getFgColor() ?? -1),
      };
    });
  };
  const settle = async (): Promise<void> => {
    let start = performance.now();
    for (let busy = 0; ; ) {
      const now = performance.now();
      const left = Math.max(start, lastWrite) + QUIET_MILLISECONDS - now;
      if (left <= 0) break;
      await sleep(left + 1);
      const isLate = performance.now() - now > left + LATE_MILLISECONDS;
      if (isLate && ++busy < MOST_WAITS) start = performance.now();
    }
    await new Promise<void>(done => terminal.write('', done));
  };
  const text = (): string => shown().join('\n');

  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    rows: shown,
    text,
    cells,
    inverse: () =>
      Array.from({ length: terminal.rows }, (_, row) =>
        cells(row)
          .filter(cell => cell.inverse)
          .map(cell => cell.text)
          .join(''),
      ).filter(row => row !== ''),
    overflowing: () => shown().filter((_, row) => lineOf(row + 1)?.isWrapped === true),
    alternate: () => terminal.buffer.active.type === 'alternate',
    cursorHidden: () => isHidden,
    raw: () => isRaw,
    taken: () => {
      const taken = written;
      written = '';
      return taken;
    },
    send: async (...chunks) => {
      for (const chunk of chunks) {
        stdin.write(chunk);
        await settle();
      }
    },
    resize: async (newColumns, newRows) => {
      terminal.resize(newColumns, newRows);
      Object.assign(stdout, { columns: newColumns, rows: newRows });
      stdout.emit('resize');
      await settle();
    },
    settle,
    see: async what => {
      for (
        let looks = 0;
        typeof what === 'string' ? !text().includes(what) : !what.test(text());
      ) {
        // Not by the clock, which goes on while a machine has no time for this process.
        if (++looks > MOST_LOOKS) throw new Error(`not seen: ${what}\n${text()}`);
        await sleep(LOOK_MILLISECONDS);
      }
      await settle();
    },
  };
}
