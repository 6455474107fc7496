import type { Readable } from 'node:stream';
import { cleanText } from '../article/sanitise.ts';
import { readConfiguration } from '../system/configuration.ts';
import { configurationFile, type Environment } from '../system/folders.ts';
import { type Output, writeAll } from '../system/output.ts';
import {
  localeLanguage,
  type TerminalStream,
  terminalColumns,
  usesColor,
} from '../system/terminal.ts';
import type { Command, Context, ExitCode } from './context.ts';
import { loadCommand } from './load-command.ts';
import { type Parsed, parseCommandLine } from './parse.ts';
import type { Reading } from './read.ts';

export { standardOutput } from '../system/standard-output.ts';

/** The world outside a command line. */
export type World = {
  /** Arguments without the program's name. */
  readonly argv: readonly string[];
  readonly env: Environment;
  /** Absolute path of the current folder. */
  readonly cwd: string;
  readonly now: Date;
  /** Standard input, opened when somebody asks for it. */
  readonly stdin: () => Readable & TerminalStream;
  readonly stdout: Output & TerminalStream;
  /** Standard error, opened when there is something to say. */
  readonly stderr: () => Output;
  /** Absolute path of the newspaper that comes with kanbao. */
  readonly newspaper: string;
};

/** How a command line ended, or what the reader is to open. */
export type Outcome =
  | { readonly ended: ExitCode }
  | { readonly ended: undefined; readonly reading: Reading };

type Understood = Extract<Parsed, { ok: true }>;
type Warn = Context['warn'];

const nothing = (): void => undefined;

async function print(
  texts: AsyncGenerator<string, ExitCode>,
  stdout: Output,
  warn: Warn,
): Promise<ExitCode> {
  const { end, returned } = await writeAll(stdout, texts);
  if (end === 'written') return returned ?? 2;
  if (end === 'closed') return 0;
  warn(`standard output cannot be written: ${end.failed}`);
  return 2;
}

async function* text(content: string): AsyncGenerator<string, ExitCode> {
  yield content;
  return 0;
}

async function contextOf(
  parsed: Understood,
  world: World,
  warn: Warn,
  afterwards: Context['afterwards'],
): Promise<Context> {
  const { env, stdin, stdout, cwd } = world;
  const file = configurationFile(env);
  const { configuration, messages } = await readConfiguration(file, env.HOME);
  for (const message of messages) warn(`${message} (${file})`);
  const { options, operands } = parsed;
  return {
    operands,
    options,
    cwd,
    env,
    configuration,
    complaints: messages,
    stdin,
    columns: terminalColumns(stdout),
    color: usesColor(stdout, env, options.color),
    language: options.lang ?? configuration.lang ?? localeLanguage(env),
    warn,
    afterwards,
  };
}

/** Does what the command line asks for, unless that is the reader. */
async function perform(parsed: Understood, world: World, warn: Warn): Promise<Outcome> {
  const { command, options, given } = parsed;
  if (options.help) return { ended: await print(text(parsed.help()), world.stdout, warn) };
  if (options.version)
    return { ended: await print(text(`${parsed.version}\n`), world.stdout, warn) };
  const work: (() => void)[] = [];
  const context = await contextOf(parsed, world, warn, one => work.push(one));
  let run: Command | undefined = await loadCommand(command);
  let ready = context;
  if (run === undefined) {
    const { planReading } = await import('./read.ts');
    const plan = await planReading(context, command, given, world);
    if (plan.what === 'ended') return { ended: plan.code };
    if (plan.what === 'reader') return { ended: undefined, reading: plan.reading };
    run = await loadCommand(plan.command);
    ready = plan.context;
  }
  if (run === undefined) return { ended: 2 };
  const ended = await print(run(ready), world.stdout, warn);
  for (const one of work) one();
  return { ended };
}

/**
 * Runs a command line: output to standard output as it is found, messages as `kanbao: what` to
 * standard error. Never throws.
 */
export async function runCommandLine(world: World): Promise<Outcome> {
  let stderr: Output | undefined;
  const warn: Warn = message => {
    if (stderr === undefined) {
      stderr = world.stderr();
      // A closed standard error must not end the program: there is nobody left to tell.
      stderr.on('error', nothing);
    }
    stderr.write(`kanbao: ${cleanText(message)}\n`, nothing);
  };
  try {
    const parsed = await parseCommandLine(world.argv, world.now);
    if (parsed.ok) return await perform(parsed, world, warn);
    warn(parsed.message);
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
  }
  return { ended: 2 };
}
