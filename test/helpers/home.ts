import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Absolute path of the project. */
export const root = join(import.meta.dirname, '../..');

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone when the test process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-test-'));
  folders.push(folder);
  return folder;
}

/**
 * The environment of someone who has just sat down: an empty home, nothing of the machine's own
 * settings but the search path.
 */
export function freshEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const home = temporaryFolder();
  mkdirSync(join(home, 'cache'));
  return {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    LANG: 'en_US.UTF-8',
    TERM: 'xterm-256color',
    ...more,
  };
}
