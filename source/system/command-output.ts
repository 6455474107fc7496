import { spawn } from 'node:child_process';
import { reasonOf } from './error-reason.ts';
import type { Environment } from './folders.ts';
import { undoAtEnd } from './terminal-modes.ts';

export type CommandEnd = {
  /** What it printed on both outputs, as it came; see `plainOutput`. */
  readonly output: string;
  /** Whether it printed more than is kept; it was ended then. */
  readonly truncated: boolean;
  /** Its exit code, 127 if it could not be started; null if a signal ended it. */
  readonly code: number | null;
};

/** Characters kept of what a command prints: more than anyone pages through. */
const MOST_CHARACTERS = 4_000_000;

/** What a command left running in the background may still print after its end. */
const AFTER_MILLISECONDS = 200;

/** Control strings, control sequences and other escape sequences (ECMA-48, 5.3 to 5.6). */
const STRINGS = /\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?/g;
const SEQUENCES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[ -/]*[0-~])/g;
const OVERSTRIKE = /[^\n\x08]\x08/g;

/** What is left of a line whose beginning was written over, as progress bars do. */
function lastState(line: string): string {
  let end = line.length;
  while (line[end - 1] === '\r') end -= 1;
  return line.slice(line.lastIndexOf('\r', end - 1) + 1, end);
}

/**
 * What a terminal would show of a command's output, as plain text: no colours, titles or cursor
 * movements, overstruck letters once, of a line overwritten by CR its last state. Other control
 * characters are left for whoever shows it to clean. Linear time.
 */
export function plainOutput(output: string): string {
  const text = output.replace(STRINGS, '').replace(SEQUENCES, '').replace(OVERSTRIKE, '');
  return text.includes('\r') ? text.split('\n').map(lastState).join('\n') : text;
}

/**
 * Runs a command line that a person typed in their own shell, with `input` on its standard input.
 * It has no terminal, so it can neither draw on ours nor read our keys, and it ends when this
 * process does. Never rejects.
 *
 * @param line The shell's to read; nothing of a post may ever be part of it.
 * @param stop Ends it and all it has started.
 */
export function runCommandLine(
  line: string,
  input: string,
  env: Environment,
  stop?: AbortSignal,
): Promise<CommandEnd> {
  return new Promise(resolve => {
    let output = '';
    let truncated = false;
    const child = spawn(env.SHELL?.startsWith('/') ? env.SHELL : '/bin/sh', ['-c', line], {
      detached: true,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const end = (): void => {
      // Its whole group: what a pipe of commands consists of must not outlive it.
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    };
    const forget = undoAtEnd(end);
    const settle = (code: number | null): void => {
      forget();
      stop?.removeEventListener('abort', end);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ output, truncated, code });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (piece: string) => {
        const room = MOST_CHARACTERS - output.length;
        output += piece.slice(0, room);
        if (piece.length <= room) return;
        truncated = true;
        end();
      });
    }
    stop?.addEventListener('abort', end, { once: true });
    if (stop?.aborted) end();
    child.once('error', error => {
      output += reasonOf(error);
      settle(127);
    });
    child.once('close', settle);
    child.once('exit', code => setTimeout(settle, AFTER_MILLISECONDS, code).unref());
    // It may well end without reading all.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input.toWellFormed());
  });
}
