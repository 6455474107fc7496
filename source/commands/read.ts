import { resolve } from 'node:path';
import type { Library } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import type { Marks } from '../marks/open-marks.ts';
import { openPlaces, type ReadingPlaces } from '../marks/reading-places.ts';
import { stateFolder } from '../system/folders.ts';
import { nearestName } from '../system/nearest-name.ts';
import { pathKind } from '../system/path-kind.ts';
import { isInteractive, type TerminalStream, terminalBackground } from '../system/terminal.ts';
import { findChosen, warnMissing } from './chosen-site.ts';
import { type Collection, openCollection } from './collection.ts';
import { openCollections } from './collections.ts';
import type { Context, ExitCode } from './context.ts';
import { firstRun, type Welcome } from './first-run.ts';
import { locatePost } from './locate-post.ts';
import { commonOptions, type OptionName } from './options.ts';
import { commandNames, readEntry } from './table.ts';

/** What the reader is opened with. */
export type Reading = {
  /** What is said first where nobody has named any posts, and these are kanbao's own. */
  readonly welcome?: Welcome;
  readonly library: Library;
  readonly marks: Marks;
  readonly places: ReadingPlaces;
  readonly start: { readonly post?: Post };
  readonly settings: {
    readonly lang: 'en' | 'zh';
    /** Cells of the measure; `Infinity` for all the screen has. */
    readonly width: number;
    readonly ambiguous: 1 | 2;
    readonly paragraphs: 'spaced' | 'indented';
    readonly hang: boolean;
    readonly color: boolean;
    readonly complaints: readonly string[];
    readonly background?: 'light' | 'dark';
    readonly open?: string;
    readonly keys?: Readonly<Record<string, readonly string[]>>;
    readonly mouse?: boolean;
    readonly resume?: boolean;
  };
};

/** The reader's opening, another command that stands in for it, or the end of a wrong command line. */
export type ReadingPlan =
  | { readonly what: 'reader'; readonly reading: Reading }
  | { readonly what: 'command'; readonly command: 'list' | 'cat'; readonly context: Context }
  | { readonly what: 'ended'; readonly code: ExitCode };

type World = {
  readonly stdin: () => TerminalStream;
  readonly stdout: TerminalStream;
  /** Absolute path of the newspaper that comes with kanbao. */
  readonly newspaper: string;
};

/** Cells of the reader's measure unless configured. */
const MEASURE = 72;

function ended(code: ExitCode): ReadingPlan {
  return { what: 'ended', code };
}

/** The terminal's background as configured, else as far as the environment tells it. */
function backgroundOf({ configuration, env }: Context): Pick<Reading['settings'], 'background'> {
  const { theme = 'auto' } = configuration;
  const background = theme === 'auto' ? terminalBackground(env) : theme;
  return background === undefined ? {} : { background };
}

function openReading(
  context: Context,
  collection: Collection,
  post: Post | undefined,
): Extract<ReadingPlan, { what: 'reader' }> {
  const { options, configuration, complaints, language, color, env } = context;
  const { width } = options;
  const { open, keys, resume, mouse } = configuration;
  const { library, marks, site } = collection;
  library.live();
  return {
    what: 'reader',
    reading: {
      library,
      marks,
      places: openPlaces(stateFolder(env, site.key)),
      start: post === undefined ? {} : { post },
      settings: {
        lang: language,
        width: width ?? configuration.width ?? MEASURE,
        ambiguous: configuration.ambiguous ?? 1,
        paragraphs: configuration.paragraphs ?? 'spaced',
        hang: configuration.hang ?? false,
        color,
        complaints,
        ...backgroundOf(context),
        ...(open === undefined ? {} : { open }),
        ...(keys === undefined ? {} : { keys }),
        ...(mouse === undefined ? {} : { mouse }),
        ...(resume === undefined ? {} : { resume }),
      },
    },
  };
}

function noSuchCommand(word: string, { warn }: Context): ReadingPlan {
  const near = nearestName(word, commandNames);
  const hint = near === undefined ? 'kanbao --help lists the commands' : `did you mean ${near}?`;
  warn(`no command, file or folder of that name (${word}); ${hint}`);
  return ended(2);
}

/** The reader on the chosen site; where nobody has named any, on the newspaper that comes along. */
function readChosen(context: Context, newspaper: string): ReadingPlan {
  const found = findChosen(context);
  if (found.found) return openReading(context, openCollection(found.site, context), undefined);
  const first = firstRun(found, context, newspaper);
  if (first !== undefined) {
    const { reading } = openReading(context, first.collection, undefined);
    return { what: 'reader', reading: { ...reading, welcome: first.welcome } };
  }
  warnMissing(found, context);
  return ended(2);
}

/**
 * Decides what `kanbao`, `kanbao read [POST]`, `kanbao DIR` and `kanbao FILE` do: on a terminal the
 * reader; else, or with options that only printing has, `list`, or `cat` for a single post.
 *
 * @param command `read`, or `undefined` where no command was named.
 */
export async function planReading(
  given: Context,
  command: string | undefined,
  names: readonly OptionName[],
  { stdin, stdout, newspaper }: World,
): Promise<ReadingPlan> {
  const [reference, ...more] = given.operands;
  const folder = !reference ? 'none' : pathKind(resolve(given.cwd, reference));
  const isFolder = reference !== undefined && folder === 'folder';
  if (reference !== undefined && folder === 'none' && command === undefined) {
    return noSuchCommand(reference, given);
  }
  if (more.length > 0) {
    given.warn(`one post or folder at a time (${more[0]})`);
    return ended(2);
  }
  const context: Context = isFolder
    ? { ...given, operands: [], options: { ...given.options, posts: reference } }
    : given;
  const prints = names.some(name => ![...commonOptions, ...readEntry.options].includes(name));
  if (prints || !isInteractive(stdin(), stdout, context.env)) {
    return { what: 'command', command: context.operands.length > 0 ? 'cat' : 'list', context };
  }
  if (reference === undefined || isFolder) {
    return readChosen(context, newspaper);
  }
  const located = await locatePost(reference, openCollections(context), context);
  if (typeof located === 'number') return ended(located);
  return openReading(context, located.collection, located.post);
}
