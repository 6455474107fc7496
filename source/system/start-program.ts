import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Command } from './command-words.ts';
import { reasonOf } from './error-reason.ts';
import { leaveKeyboardSignals } from './keyboard-signals.ts';

/** How a program was started or ended: well, or in words what went wrong. */
export type Started = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** How long a program has to fail; one that still runs then is taken to have opened its window. */
const FAILURE_MILLISECONDS = 1500;

function ended(program: string, code: number | null, signal: NodeJS.Signals | null): Started {
  if (code === 0) return { ok: true };
  const how = code === null ? `was ended by ${signal}` : `ended with ${code}`;
  return { ok: false, message: `${basename(program)} ${how}` };
}

function notStarted(program: string, error: Error): Started {
  return { ok: false, message: `${basename(program)} could not be started: ${reasonOf(error)}` };
}

/**
 * Starts a program that goes on by itself, in a session of its own and without our terminal, so
 * that neither Ctrl-C nor our end reaches it. Never rejects.
 */
export function startDetached({ program, args }: Command): Promise<Started> {
  return new Promise(resolve => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.unref();
    const timer = setTimeout(() => resolve({ ok: true }), FAILURE_MILLISECONDS).unref();
    child.once('error', error => {
      clearTimeout(timer);
      resolve(notStarted(program, error));
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(ended(program, code, signal));
    });
  });
}

/**
 * Stops reading the keyboard: a stream whose listeners have gone still takes the next keys from the
 * terminal, and whoever has it now would miss them. Whoever listens again makes it go on.
 */
async function stopReading(stdin: NodeJS.ReadStream): Promise<void> {
  if (!stdin.isTTY) return;
  // Node notices a turn later that a listener has gone, and a turn after `pause` it stops.
  await turn();
  stdin.pause();
  await turn();
}

/**
 * Runs a program on our terminal until it ends: an editor, a text browser. The caller has given
 * the terminal back (normal screen, cooked mode) and takes it again afterwards. What the keyboard
 * sends to the whole group meanwhile (Ctrl-C, Ctrl-\) is the program's alone. Never rejects.
 */
export function runInTerminal({ program, args }: Command): Promise<Started> {
  return leaveKeyboardSignals(async () => {
    await stopReading(process.stdin);
    return new Promise(resolve => {
      const child = spawn(program, args, { stdio: 'inherit' });
      child.once('error', error => resolve(notStarted(program, error)));
      child.once('exit', (code, signal) => resolve(ended(program, code, signal)));
    });
  });
}
