import { undoAtEnd } from '../system/terminal-modes.ts';
import { type Canvas, paintScreen, type Screen } from './rows/screen.ts';
import { CLEAR } from './whole-screen.ts';

/** DEC private modes: the alternate screen with the cursor kept, and whether the cursor is shown. */
const ENTER = '\x1b[?1049h';
const LEAVE = '\x1b[?1049l';
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
/** Sets or resets one mode, and shows nothing. */
const MODE = /^\x1b\[\?\d+[hl]$/;

/** A frame on the alternate screen that Ink has not drawn. */
export type FirstFrame = {
  /** The terminal as Ink is to have it: it finds itself on the alternate screen already. */
  readonly stdout: NodeJS.WriteStream;
  /** Shows another screen in its place, on a terminal that may have another size by now. */
  readonly replace: (screen: Screen, canvas: Canvas) => void;
  /** Ink has the terminal from now on, and restores it. */
  readonly handOver: () => void;
  /** Restores the terminal: nobody else does. */
  readonly leave: () => void;
};

/** The same stream, on which Ink's first frame takes the place of the one that stands there. */
function takenOver(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  let isDrawn = false;
  const write = (chunk: string, ...rest: never[]): boolean => {
    if (isDrawn) return stdout.write(chunk, ...rest);
    // Entered twice, the terminal would forget where the cursor was before the reader.
    if (chunk === ENTER) return true;
    if (MODE.test(chunk)) return stdout.write(chunk, ...rest);
    isDrawn = true;
    return stdout.write(CLEAR + chunk, ...rest);
  };
  return new Proxy(stdout, {
    get: (target, property) => {
      if (property === 'write') return write;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/**
 * Shows a screen as Ink will draw it, before Ink and React are loaded: that takes as long as all
 * before it. Until it is handed over the terminal is restored at any end of the process.
 */
export function showFirstFrame(
  screen: Screen,
  canvas: Canvas,
  stdout: NodeJS.WriteStream,
): FirstFrame {
  const restore = (): void => {
    stdout.write(SHOW_CURSOR + LEAVE);
  };
  const forget = undoAtEnd(restore);
  const frameOf = (shown: Screen, on: Canvas): string =>
    CLEAR +
    paintScreen(shown, on)
      .map(({ text }) => text)
      .join('\r\n');
  stdout.write(ENTER + HIDE_CURSOR + frameOf(screen, canvas));
  return {
    stdout: takenOver(stdout),
    replace: (shown, on) => {
      stdout.write(frameOf(shown, on));
    },
    handOver: forget,
    leave: () => {
      forget();
      restore();
    },
  };
}
