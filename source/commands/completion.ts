import { nearestName } from '../system/nearest-name.ts';
import { bashScript } from './completion/bash.ts';
import { fishScript } from './completion/fish.ts';
import { zshScript } from './completion/zsh.ts';
import type { Context, ExitCode } from './context.ts';

const scripts: ReadonlyMap<string, () => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
]);

/** `kanbao completion`: the script that completes commands, options, categories, tags and ids in a shell. */
export async function* completion({ operands, warn }: Context): AsyncGenerator<string, ExitCode> {
  const [shell = '', ...more] = operands;
  const script = scripts.get(shell);
  if (script === undefined || more.length > 0) {
    const near = nearestName(shell, scripts.keys());
    const hint = near === undefined || more.length > 0 ? '' : `; did you mean ${near}?`;
    warn(`completion takes one of ${[...scripts.keys()].join(', ')}${hint}`);
    return 2;
  }
  yield script();
  return 0;
}
