import { type MarkKind, markKinds } from '../marks/mark-line.ts';
import { nearestName } from '../system/nearest-name.ts';
import { readInputRecords } from '../system/standard-input.ts';
import { openCollections } from './collections.ts';
import type { Context, ExitCode } from './context.ts';
import { locatePost } from './locate-post.ts';

/** The references among the operands, `-` replaced by the records of standard input. */
async function references({ operands, stdin }: Context): Promise<readonly string[]> {
  const given = operands.slice(1);
  if (!given.includes('-')) return given;
  const input = await readInputRecords(stdin());
  return given.flatMap(reference => (reference === '-' ? input : [reference]));
}

function kindOf({ operands, warn }: Context): MarkKind | undefined {
  const [word = ''] = operands;
  const kind = markKinds.find(name => name === word);
  if (kind !== undefined) return kind;
  const near = nearestName(word, markKinds);
  const hint = near === undefined ? 'kanbao mark --help tells more' : `did you mean ${near}?`;
  warn(`mark takes read, unread, star or unstar${word === '' ? '' : `, not ${word}`}; ${hint}`);
  return undefined;
}

/** `kanbao mark`: sets marks and prints nothing; goes on past posts that do not exist. */
// biome-ignore lint/correctness/useYield: like touch and chmod it prints nothing.
export async function* mark(context: Context): AsyncGenerator<string, ExitCode> {
  const kind = kindOf(context);
  if (kind === undefined) return 2;
  if (context.operands.length === 1) {
    context.warn(`mark ${kind} takes at least one post; kanbao mark --help tells more`);
    return 2;
  }
  const collections = openCollections(context);
  let marked = 0;
  let code: ExitCode = 0;
  for (const reference of await references(context)) {
    const located = await locatePost(reference, collections, context);
    if (typeof located === 'number') {
      code = located > code ? located : code;
      continue;
    }
    const { post, collection } = located;
    const outcome = collection.marks.mark(kind, post.path);
    if (!outcome.saved) {
      context.warn(outcome.message);
      return 2;
    }
    marked += 1;
  }
  return marked === 0 && code === 0 ? 1 : code;
}
