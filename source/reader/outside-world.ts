import { cleanField, cleanText } from '../article/sanitise.ts';
import type { Post } from '../library/post.ts';
import { copyText } from '../system/clipboard.ts';
import { addToCommandHistory, readCommandHistory } from '../system/command-history.ts';
import { plainOutput, runCommandLine } from '../system/command-output.ts';
import type { Command } from '../system/command-words.ts';
import { findEditor } from '../system/editor.ts';
import { commandHistoryFile, type Environment } from '../system/folders.ts';
import { addressPolicy, findOpener } from '../system/open-address.ts';
import { runInTerminal, type Started, startDetached } from '../system/start-program.ts';
import { writeText } from '../system/write-text.ts';
import type { Answer, CommandPrint } from './outside.ts';
import type { Lend } from './store.ts';
import type { Messages } from './words/messages.ts';

export type World = {
  readonly messages: Messages;
  readonly env: Environment;
  readonly cwd: string;
  readonly lend: Lend;
  /** Sends a control sequence to the terminal. */
  readonly write: (sequence: string) => void;
  /** The configured command that opens addresses. */
  readonly opener: string | undefined;
};

async function runOnTerminal(command: Command, lend: Lend): Promise<Started> {
  const ended: Started[] = [];
  await lend(async () => {
    ended.push(await runInTerminal(command));
  });
  return ended[0] ?? { ok: true };
}

const done = (notice: string): Answer => ({ what: 'done', notice });

/** Opens an address with the configured or the system's program, never through a shell. */
export async function browseOutside(
  address: string,
  sure: boolean,
  { messages, env, lend, opener }: World,
): Promise<Answer> {
  const shown = cleanField(address);
  const policy = addressPolicy(address);
  if (policy === 'ask' && !sure) return { what: 'ask', notice: messages.askOpen(shown) };
  const found = policy === 'refuse' ? undefined : findOpener(address, opener, env);
  if (found === undefined) return done(messages.notOpened(shown));
  const started = await (found.takesTerminal ? runOnTerminal(found, lend) : startDetached(found));
  return done(started.ok ? messages.opened(shown) : started.message);
}

/** Puts text on the clipboard; false if that cannot be. */
export function copyOutside(text: string, { env, write }: World): Promise<boolean> {
  return copyText(text, env, write);
}

/** Runs the editor on a post's file and waits until it is closed. */
export async function editOutside(post: Post, { messages, env, lend }: World): Promise<string> {
  const editor = findEditor(post.file, env);
  if (editor === undefined) return messages.noEditor('vi');
  if ('missing' in editor) return messages.noEditor(cleanField(editor.missing));
  const started = await runOnTerminal(editor, lend);
  return started.ok ? '' : started.message;
}

/** Runs a command line in the person's shell with `text` on its standard input. */
export async function pipeOutside(
  command: string,
  text: string,
  stop: AbortSignal,
  { messages, env }: World,
): Promise<CommandPrint> {
  addToCommandHistory(commandHistoryFile(env), command);
  const { output, truncated, code } = await runCommandLine(command, text, env, stop);
  const plain = cleanText(plainOutput(output)).replace(/\n+$/, '');
  const lines = plain === '' ? [] : plain.split('\n');
  const shown = cleanField(command);
  if (stop.aborted) return { lines, notice: messages.commandStopped(shown) };
  if (truncated) return { lines, notice: messages.cutOutput };
  if (code !== 0) return { lines, notice: messages.commandEnded(shown, String(code ?? '?')) };
  return { lines, notice: lines.length === 0 ? messages.commandDone(shown) : '' };
}

/** Command lines typed in other sessions, the newest last. */
export function pipeAnswers({ env }: World): readonly string[] {
  return [...readCommandHistory(commandHistoryFile(env))].reverse();
}

/** Writes text to a file named by a person; asks before one is replaced. */
export function writeOutside(
  file: string,
  post: Post,
  text: string,
  sure: boolean,
  { messages, env, cwd }: World,
): Answer {
  const from = { cwd, home: env.HOME };
  const written = writeText(file, `${post.id}.txt`, text, from, sure);
  const path = cleanField(written.path);
  switch (written.what) {
    case 'written':
      return done(messages.written(path));
    case 'exists':
      return { what: 'ask', notice: messages.askReplace(path) };
    case 'failed':
      return done(messages.notWritten(path, cleanField(written.message)));
  }
}
