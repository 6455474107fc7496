import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { freshEnvironment, root } from './home.ts';
import { setModernWidths } from './modern-widths.ts';

/** A program running in a real pty, its screen kept by a terminal emulator. */
export type Terminal = {
  /** Rows of the screen as text, blanks at the right cut. */
  readonly rows: () => readonly string[];
  readonly text: () => string;
  readonly alternate: () => boolean;
  readonly cursorHidden: () => boolean;
  /** Everything the program has written, as it came. */
  readonly written: () => string;
  readonly send: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: string) => void;
  /** Settles when the screen's text fits; rejects with the screen after `milliseconds`. */
  readonly see: (what: string | RegExp, milliseconds?: number) => Promise<void>;
  /** Settles when the screen's text no longer fits. */
  readonly unsee: (what: string | RegExp, milliseconds?: number) => Promise<void>;
  readonly ended: Promise<{ readonly exitCode: number; readonly signal: number | undefined }>;
};

export type TerminalOptions = {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** Milliseconds between two looks for what should be on the screen, or gone. */
const LOOK_MILLISECONDS = 10;

/** Starts `command` with `args` in a pty of the given size (80x24 unless told). */
export function openTerminal(
  command: string,
  args: readonly string[],
  options: TerminalOptions = {},
): Terminal {
  const columns = options.columns ?? 80;
  const height = options.rows ?? 24;
  const screen = new xterm.Terminal({ cols: columns, rows: height, allowProposedApi: true });
  setModernWidths(screen);
  const child = spawn(command, [...args], {
    name: 'xterm-256color',
    cols: columns,
    rows: height,
    cwd: options.cwd ?? root,
    env: freshEnvironment(options.env),
  });
  let written = '';
  let hidden = false;
  // The emulator keeps no public flag for the cursor: DECTCEM is watched as it passes.
  screen.parser.registerCsiHandler({ prefix: '?', final: 'l' }, parameters => {
    if (parameters.includes(25)) hidden = true;
    return false;
  });
  screen.parser.registerCsiHandler({ prefix: '?', final: 'h' }, parameters => {
    if (parameters.includes(25)) hidden = false;
    return false;
  });
  child.onData(data => {
    written += data;
    screen.write(data);
  });
  // Answers such as the cursor's position go back to the program.
  screen.onData(data => child.write(data));
  const ended = new Promise<{ exitCode: number; signal: number | undefined }>(resolve => {
    // The emulator reads at its own pace: what was written last must be on the screen too.
    child.onExit(({ exitCode, signal }) => screen.write('', () => resolve({ exitCode, signal })));
  });
  // A test that failed leaves its program running.
  after(() => child.kill('SIGKILL'));

  const rows = (): readonly string[] => {
    const buffer = screen.buffer.active;
    return Array.from(
      { length: screen.rows },
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
    );
  };
  const text = (): string => rows().join('\n');
  const fits = (what: string | RegExp): boolean =>
    typeof what === 'string' ? text().includes(what) : what.test(text());
  const wait = async (
    what: string | RegExp,
    wanted: boolean,
    milliseconds: number,
  ): Promise<void> => {
    const most = milliseconds / LOOK_MILLISECONDS;
    // Not by the clock, which goes on while a machine has no time for the two processes.
    for (let looks = 0; fits(what) !== wanted; looks += 1) {
      if (looks > most)
        throw new Error(`${wanted ? 'not seen' : 'still seen'}: ${what}\n${text()}`);
      await sleep(LOOK_MILLISECONDS);
    }
  };
  return {
    rows,
    text,
    alternate: () => screen.buffer.active.type === 'alternate',
    cursorHidden: () => hidden,
    written: () => written,
    send: keys => child.write(keys),
    resize: (newColumns, newRows) => {
      child.resize(newColumns, newRows);
      screen.resize(newColumns, newRows);
    },
    kill: signal => child.kill(signal),
    see: (what, milliseconds = 10_000) => wait(what, true, milliseconds),
    unsee: (what, milliseconds = 10_000) => wait(what, false, milliseconds),
    ended,
  };
}

/** Starts the built kanbao in a pty. */
export function openKanbao(args: readonly string[], options: TerminalOptions = {}): Terminal {
  return openTerminal(process.execPath, [join(root, 'dist/cli.js'), ...args], options);
}
