import { undoAtEnd } from '../system/terminal-modes.ts';
import type { ReaderOptions } from './run-reader.ts';
import type { Welcome } from './welcome/welcome.ts';

/** Shows the page of a first run; settles with whether to go on to the reader. */
async function welcomed(welcome: Welcome, options: ReaderOptions): Promise<boolean> {
  const { settings, stdin = process.stdin, stdout = process.stdout } = options;
  const { showWelcome } = await import('./welcome/show-welcome.tsx');
  return showWelcome({ welcome, settings, stdin, stdout });
}

/**
 * Opens the reader on the terminal's alternate screen. Settles when it is closed and the terminal
 * restored; rejects with the error that closed it. With `welcome` a page before it tells what it says,
 * and may be left without going on.
 *
 * Keys typed before its first frame wait for it: unless the terminal is told to leave them alone
 * before the rest is loaded, it prints them on the shell's screen and keeps them until Enter.
 */
export async function openReader(
  options: ReaderOptions & { readonly welcome?: Welcome },
): Promise<void> {
  const { stdin = process.stdin } = options;
  // Node does so by itself at SIGTERM and SIGINT, and not at the others.
  const forget = undoAtEnd(() => {
    if (stdin.isTTY) stdin.setRawMode(false);
  });
  if (stdin.isTTY) stdin.setRawMode(true);
  try {
    const { welcome } = options;
    if (welcome !== undefined && !(await welcomed(welcome, options))) return;
    if (stdin.isTTY) stdin.setRawMode(true);
    const { runReader } = await import('./run-reader.ts');
    await runReader(options);
  } finally {
    forget();
    if (stdin.isTTY) stdin.setRawMode(false);
  }
}
