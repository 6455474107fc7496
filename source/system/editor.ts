import { type Command, commandWith } from './command-words.ts';
import type { Environment } from './folders.ts';

/** POSIX has `vi` on every system; where it is missing all the same, the others may be there. */
const USUAL = ['vi', 'nano', 'emacs -nw', 'ed'];

/**
 * The command that edits `file` (absolute): `$VISUAL`, else `$EDITOR`, arguments in them kept, else
 * the first usual editor. A variable that names no program is an answer too: the name it gives.
 */
export function findEditor(
  file: string,
  env: Environment,
): Command | { readonly missing: string } | undefined {
  const chosen = [env.VISUAL, env.EDITOR].find(command => command?.trim());
  if (chosen !== undefined) return commandWith(chosen, file, env) ?? { missing: chosen.trim() };
  for (const command of USUAL) {
    const found = commandWith(command, file, env);
    if (found !== undefined) return found;
  }
  return undefined;
}
