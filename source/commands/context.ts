import type { Readable } from 'node:stream';
import type { Configuration } from '../system/configuration.ts';
import type { Environment } from '../system/folders.ts';
import type { Options } from './options.ts';

/** 0: something was printed or done; 1: nothing matched; 2: wrong usage or nothing readable. */
export type ExitCode = 0 | 1 | 2;

/** What a command is given: nothing else of the world outside is looked at. */
export type Context = {
  readonly operands: readonly string[];
  readonly options: Options;
  /** Absolute path of the current folder. */
  readonly cwd: string;
  readonly env: Environment;
  readonly configuration: Configuration;
  /** What is wrong with the configuration, which has been said on standard error. */
  readonly complaints: readonly string[];
  /** Standard input, opened when somebody asks for it. */
  readonly stdin: () => Readable;
  /** Cells in a row of the terminal that standard output is; `undefined` for a file or a pipe. */
  readonly columns: number | undefined;
  /** Whether output is styled. */
  readonly color: boolean;
  readonly language: 'en' | 'zh';
  /** Says what is wrong, on standard error. */
  readonly warn: (message: string) => void;
  /** Has work done when all is printed, in the order given. */
  readonly afterwards: (work: () => void) => void;
};

/** A command yields what it prints, as it finds it, and ends with its exit code. */
export type Command = (context: Context) => AsyncGenerator<string, ExitCode>;
