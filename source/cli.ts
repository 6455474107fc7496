#!/usr/bin/env node
// Nothing below may fail to parse or to link under an older Node, or it could not say so: no import
// but of Node's own modules, and of those only the default export.
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import process from 'node:process';

const OLDEST = 24;

/** Where compiled code is kept: in the user's own cache, since anyone can plant files in `/tmp`. */
function compileCache(): string | undefined {
  const { XDG_CACHE_HOME, HOME } = process.env;
  if (XDG_CACHE_HOME !== undefined && path.isAbsolute(XDG_CACHE_HOME)) {
    return path.join(XDG_CACHE_HOME, 'kanbao', 'compiled');
  }
  // A home that is not there, as system users have it, is not made for the sake of a cache.
  if (HOME === undefined || !fs.existsSync(path.join(HOME, '.cache'))) return undefined;
  return path.join(HOME, '.cache', 'kanbao', 'compiled');
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
  const cache = compileCache();
  if (cache !== undefined) module.enableCompileCache(cache);
  const { runCommandLine } = await import('./commands/run.ts');
  const outcome = await runCommandLine({
    argv: process.argv.slice(2),
    env: process.env,
    cwd: currentFolder(),
    now: new Date(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  });
  if (outcome.ended !== undefined) return outcome.ended;
  const { openReader } = await import('./reader/open-reader.tsx');
  await openReader(outcome.reading);
  return 0;
}

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.stderr.write(`kanbao: needs Node ${OLDEST} or newer (this is ${process.version})\n`);
  process.exitCode = 2;
} else {
  main().then(
    // What a command stopped early was still reading must not keep the program alive.
    code => process.exit(code),
    error => {
      process.stderr.write(`kanbao: ${error instanceof Error ? error.message : error}\n`);
      process.exit(2);
    },
  );
}
