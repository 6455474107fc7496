import type { Environment } from './folders.ts';

export type ColorChoice = 'auto' | 'always' | 'never';

/** What a stream tells of the terminal behind it; neither is set on a file or a pipe. */
export type TerminalStream = { readonly isTTY?: boolean; readonly columns?: number };

/**
 * Whether to style what goes to `stream`: the option first, then `NO_COLOR` (no-color.org: set
 * and not empty), `FORCE_COLOR` (set, and neither empty, `0` nor `false`), and else only a
 * terminal that is not `dumb`.
 */
export function usesColor(stream: TerminalStream, env: Environment, choice: ColorChoice): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced) return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** Cells in a row of the terminal behind `stream`; `undefined` where there is none or it has no size. */
export function terminalColumns(stream: TerminalStream): number | undefined {
  if (stream.isTTY !== true) return undefined;
  return stream.columns !== undefined && stream.columns > 0 ? stream.columns : undefined;
}

/** Whether a program can draw screens on `output` and read keys from `input`. */
export function isInteractive(
  input: TerminalStream,
  output: TerminalStream,
  env: Environment,
): boolean {
  return input.isTTY === true && output.isTTY === true && env.TERM !== 'dumb';
}

/** Words of the interface by the locale: POSIX has `LC_ALL` before `LC_MESSAGES` before `LANG`. */
export function localeLanguage(env: Environment): 'en' | 'zh' {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en';
}

/**
 * What the terminal's background is by `COLORFGBG`, which rxvt, Konsole and iTerm2 set to the
 * palette numbers of foreground and background; `undefined` where it is not told.
 */
export function terminalBackground(env: Environment): 'light' | 'dark' | undefined {
  const last = /;([0-9]{1,2})$/.exec(env.COLORFGBG ?? '')?.[1];
  if (last === undefined || Number(last) > 15) return undefined;
  // White and the bright colours; bright black is a dark grey.
  return Number(last) === 7 || Number(last) > 8 ? 'light' : 'dark';
}
