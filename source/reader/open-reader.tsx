import type { ReaderOptions } from './run-reader.tsx';

/**
 * Opens the reader on the terminal's alternate screen. Settles when it is closed and the terminal
 * restored; rejects with the error that closed it.
 *
 * Keys typed before its first frame wait for it: unless the terminal is told to leave them alone
 * before the rest is loaded, it prints them on the shell's screen and keeps them until Enter.
 */
export async function openReader(options: ReaderOptions): Promise<void> {
  const { stdin = process.stdin } = options;
  if (stdin.isTTY) stdin.setRawMode(true);
  try {
    const { runReader } = await import('./run-reader.tsx');
    await runReader(options);
  } finally {
    if (stdin.isTTY) stdin.setRawMode(false);
  }
}
