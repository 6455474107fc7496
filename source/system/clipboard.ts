import { spawn } from 'node:child_process';
import { type Command, commandWords, findProgram } from './command-words.ts';
import type { Environment } from './folders.ts';

/**
 * Bytes of text that go through OSC 52: xterm takes sequences of at most 100,000 characters, and
 * base64 makes four of three bytes.
 */
const MOST_BYTES = 74_900;

/** GNU screen takes strings of at most 768 bytes; what is longer goes through in pieces. */
const SCREEN_PIECE = 250;

/** What stands between us and the terminal and wants its own wrapping. */
function multiplexer(env: Environment): 'tmux' | 'screen' | 'none' {
  if (env.TMUX) return 'tmux';
  return env.STY ? 'screen' : 'none';
}

/**
 * The sequence that asks the terminal to put `text` on its clipboard (OSC 52, xterm control
 * sequences), wrapped to pass through tmux or GNU screen. `undefined` if it is too long for it.
 */
export function clipboardSequence(text: string, env: Environment): string | undefined {
  const bytes = Buffer.from(text.toWellFormed());
  if (bytes.length > MOST_BYTES) return undefined;
  const sequence = `\x1b]52;c;${bytes.toString('base64')}\x07`;
  switch (multiplexer(env)) {
    case 'tmux':
      // Plain for `set-clipboard on`, wrapped for `allow-passthrough on`.
      return `${sequence}\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
    case 'screen': {
      const pieces = sequence.match(new RegExp(`[^]{1,${SCREEN_PIECE}}`, 'g')) ?? [];
      return pieces.map(piece => `\x1bP${piece}\x1b\\`).join('');
    }
    case 'none':
      return sequence;
  }
}

/**
 * The program that fills the clipboard from its standard input. Over SSH there is none: it would
 * fill the clipboard of the machine far away.
 */
export function clipboardProgram(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
): Command | undefined {
  const commands: string[] = [];
  // tmux ignores what programs in it ask of the clipboard, unless configured; this it does.
  if (env.TMUX) commands.push('tmux load-buffer -w -');
  if (!env.SSH_CONNECTION && !env.SSH_TTY) {
    if (platform === 'darwin') commands.push('pbcopy');
    if (env.WAYLAND_DISPLAY) commands.push('wl-copy');
    if (env.DISPLAY) commands.push('xclip -selection clipboard', 'xsel --clipboard --input');
    if (env.WSL_DISTRO_NAME || env.WSL_INTEROP) commands.push('clip.exe');
    if (env.TERMUX_VERSION) commands.push('termux-clipboard-set');
  }
  for (const [name = '', ...args] of commands.map(commandWords)) {
    const program = findProgram(name, env);
    if (program !== undefined) return { program, args };
  }
  return undefined;
}

/** A clipboard program that does not end by then hangs, as xclip does without a display. */
const PROGRAM_MILLISECONDS = 2000;

function feed({ program, args }: Command, text: string): Promise<boolean> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] });
    const timer = setTimeout(() => child.kill(), PROGRAM_MILLISECONDS).unref();
    const settle = (isFed: boolean): void => {
      clearTimeout(timer);
      resolve(isFed);
    };
    child.once('error', () => settle(false));
    child.once('exit', code => settle(code === 0));
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}

/**
 * Puts `text` on the clipboard: through the terminal, and through a program where there is one,
 * for not every terminal does it and none says whether it did. Never rejects.
 *
 * @param write Sends a control sequence to the terminal.
 * @returns false if the text was too long for the terminal and no program took it.
 */
export async function copyText(
  text: string,
  env: Environment,
  write: (sequence: string) => void,
): Promise<boolean> {
  const sequence = clipboardSequence(text, env);
  if (sequence !== undefined) write(sequence);
  const command = clipboardProgram(env);
  const isFed = command !== undefined && (await feed(command, text));
  return isFed || sequence !== undefined;
}
