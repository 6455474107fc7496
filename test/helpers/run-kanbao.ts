import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { freshEnvironment, root } from './home.ts';

export type Ended = {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs the built program without a terminal, as a script or another program would. */
export function runKanbao(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly input?: string;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), ...args],
    {
      cwd: options.cwd ?? root,
      env: freshEnvironment(options.env),
      input: options.input ?? '',
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  return { status, stdout, stderr };
}
