#!/usr/bin/env node
// This must parse, link and start under an older Node, or it could not say that it is one: it imports
// nothing, and asks for no module of Node's before the version is known.

const OLDEST = 24;

/**
 * Keeps compiled code in the user's own cache, since anyone can plant files in `/tmp`. A home that
 * is not there, as system users have it, is not made for the sake of a cache.
 */
function keepCompiledCode(): void {
  const fs = process.getBuiltinModule('node:fs');
  const path = process.getBuiltinModule('node:path');
  const { XDG_CACHE_HOME, HOME } = process.env;
  const isSet = XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME);
  if (!isSet && (HOME === undefined || !fs.existsSync(HOME))) return;
  const base = isSet ? XDG_CACHE_HOME : path.join(HOME ?? '', '.cache');
  const folders = [base, path.join(base, 'kanbao'), path.join(base, 'kanbao', 'compiled')];
  try {
    for (const folder of folders) {
      // The XDG Base Directory Specification has folders made for one user alone. Made one by one,
      // since Node's own recursion never ends where the kernel lets nobody make any, as in `/proc`.
      if (!fs.existsSync(folder)) fs.mkdirSync(folder, { mode: 0o700 });
    }
    process.getBuiltinModule('node:module').enableCompileCache(folders.at(-1));
  } catch {
    // A cache that cannot be kept is done without.
  }
}

/** The current folder; where it has been removed meanwhile, its last name, so that paths still work. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return process.env.PWD ?? '/';
  }
}

async function main(): Promise<number> {
  keepCompiledCode();
  const { runCommandLine, standardOutput } = await import('./commands/run.ts');
  const outcome = await runCommandLine({
    argv: process.argv.slice(2),
    env: process.env,
    cwd: currentFolder(),
    now: new Date(),
    stdin: () => process.stdin,
    stdout: standardOutput(),
    stderr: () => process.stderr,
    newspaper: process.getBuiltinModule('node:path').join(import.meta.dirname, '../posts'),
  });
  if (outcome.ended !== undefined) return outcome.ended;
  const { openReader } = await import('./reader/open-reader.tsx');
  await openReader(outcome.reading);
  return 0;
}

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.stderr.write(
    `kanbao: needs Node ${OLDEST} or newer, and this is Node ${process.versions.node} (${process.execPath}); nodejs.org has newer ones\n`,
  );
  process.exitCode = 2;
} else {
  main().then(
    // What a command stopped early was still reading must not keep the program alive.
    code => process.exit(code),
    error => {
      const message = String(error instanceof Error ? error.message : error);
      // An error may quote a post or a file's name.
      process.stderr.write(`kanbao: ${message.replace(/\p{Cc}+/gu, ' ')}\n`);
      process.exit(2);
    },
  );
}
