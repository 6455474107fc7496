import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A user whom the system does not know and who has no `HOME` has the root folder, as in many cron jobs. */
function homeFolder(env: Environment): string {
  if (env.HOME) return env.HOME;
  try {
    return homedir();
  } catch {
    return '/';
  }
}

/** The XDG Base Directory Specification has relative paths ignored, as if they were not set. */
function baseFolder(env: Environment, variable: string, fallback: string): string {
  const set = env[variable];
  if (set !== undefined && isAbsolute(set)) return set;
  return join(homeFolder(env), fallback);
}

/** Absolute path of the configuration file, `$XDG_CONFIG_HOME/kanbao/config.yml`. */
export function configurationFile(env: Environment): string {
  return join(baseFolder(env, 'XDG_CONFIG_HOME', '.config'), 'kanbao', 'config.yml');
}

/** Absolute path of the folder that holds what was done with the site of that key. */
export function stateFolder(env: Environment, siteKey: string): string {
  return join(baseFolder(env, 'XDG_STATE_HOME', '.local/state'), 'kanbao', siteKey);
}

/** Absolute path of the folder that holds the logs of marks of the site with that key. */
export function marksFolder(env: Environment, siteKey: string): string {
  return join(stateFolder(env, siteKey), 'marks');
}

/** Absolute path of the file that keeps the command lines typed for `|`, of all sites. */
export function commandHistoryFile(env: Environment): string {
  return join(baseFolder(env, 'XDG_STATE_HOME', '.local/state'), 'kanbao', 'command-history');
}

/** Absolute path of the folder that holds what can be made anew of the site with that key. */
export function cacheFolder(env: Environment, siteKey: string): string {
  return join(baseFolder(env, 'XDG_CACHE_HOME', '.cache'), 'kanbao', siteKey);
}
