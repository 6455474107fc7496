import { basename } from 'node:path';
import { type Command, commandWith } from './command-words.ts';
import type { Environment } from './folders.ts';

const UNASKED = ['http:', 'https:', 'mailto:'];
/** Schemes that run or hold what a post's author wrote; no other program needs them. */
const REFUSED = ['javascript:', 'vbscript:', 'data:', 'blob:', 'about:'];

/**
 * What to do with an address: `open` at once, `ask` first (`file:`, `ssh:`, a program's own
 * scheme), or `refuse` (code, or no address at all).
 */
export function addressPolicy(address: string): 'open' | 'ask' | 'refuse' {
  const url = URL.parse(address);
  if (url === null || REFUSED.includes(url.protocol)) return 'refuse';
  return UNASKED.includes(url.protocol) ? 'open' : 'ask';
}

/**
 * A command for an address: for `startDetached`, or for `runInTerminal` where it needs the
 * terminal to itself, as text browsers do.
 */
export type Opener = Command & { readonly takesTerminal: boolean };

const TEXT_BROWSERS = /^(?:w3m|lynx|e?links2?|cha|browsh|carbonyl|retawq|netrik|edbrowse)$/;

function isSubsystem(env: Environment): boolean {
  return env.WSL_DISTRO_NAME !== undefined || env.WSL_INTEROP !== undefined;
}

/** What opens an address on this system, the likeliest first. */
function systemOpeners(env: Environment, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['/usr/bin/open', 'open'];
  if (env.TERMUX_VERSION !== undefined) return ['termux-open-url', 'xdg-open'];
  const usual = ['xdg-open', 'gio open', 'sensible-browser', 'x-www-browser', 'www-browser'];
  return isSubsystem(env) ? ['wslview', ...usual] : [...usual, 'wslview'];
}

/** `$BROWSER` is a list parted by colons, each a command with `%s` or without. */
function browserCommands(env: Environment): readonly string[] {
  return (env.BROWSER ?? '').split(/:(?!\/\/)/).filter(command => command.trim() !== '');
}

/**
 * The command that opens `address`: the configured one, else the first of `$BROWSER` and of the
 * system's own that exists here. `undefined` if none does or the address is to be refused.
 *
 * @param configured A command such as `firefox --new-tab %s`; it alone counts if it is given.
 */
export function findOpener(
  address: string,
  configured: string | undefined,
  env: Environment,
  platform: NodeJS.Platform = process.platform,
): Opener | undefined {
  if (addressPolicy(address) === 'refuse') return undefined;
  // Written as URLs are: no blank, quote or control character is left in it, nor a leading dash.
  const href = new URL(address).href;
  const commands =
    configured === undefined
      ? [...browserCommands(env), ...systemOpeners(env, platform)]
      : [configured];
  for (const command of commands) {
    const found = commandWith(command, href, env);
    if (found === undefined) continue;
    return { ...found, takesTerminal: TEXT_BROWSERS.test(basename(found.program)) };
  }
  return undefined;
}
