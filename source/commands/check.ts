import { resolve } from 'node:path';
import { cleanField } from '../article/sanitise.ts';
import { checkSite } from '../library/check-site.ts';
import type { FileFault } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import { pathKind } from '../system/path-kind.ts';
import { type Collection, chosenCollection } from './collection.ts';
import { openCollections } from './collections.ts';
import type { Context, ExitCode } from './context.ts';
import { faultFields } from './fields.ts';
import { fileOf } from './find-post.ts';
import { locatePost } from './locate-post.ts';
import { openablePath } from './post-record.ts';
import { writeRecords } from './write-records.ts';

/** A site, and the posts of it that are asked for; all of them where none is. */
type Task = { readonly collection: Collection; readonly posts?: readonly Post[] };

/**
 * Whether a file is no post of its site, as a readme or a page: a hook hands on all that was changed.
 * A draft, and what is not published, is one.
 */
async function isOther(file: string, { library }: Collection): Promise<boolean> {
  await library.load();
  return library.find(file).found === 'none' && !/[\\/]_(?:posts|drafts)[\\/]/.test(file);
}

/** The posts named, by their sites; or the exit code where one of them is not found. */
async function namedTasks(context: Context): Promise<readonly Task[] | 1 | 2> {
  const collections = openCollections(context);
  const tasks = new Map<Collection, Post[]>();
  for (const reference of context.operands) {
    const file = fileOf(reference, context);
    if (file !== undefined && (await isOther(file, await collections.ofPath(file)))) {
      context.warn(`no post of its site, so not checked (${reference})`);
      continue;
    }
    const located = await locatePost(reference, collections, context);
    if (typeof located === 'number') return located;
    const posts = tasks.get(located.collection) ?? [];
    tasks.set(located.collection, [...posts, located.post]);
  }
  return [...tasks].map(([collection, posts]) => ({ collection, posts }));
}

/** What is to be checked: the chosen site, a folder that is named, or posts. */
async function tasksOf(context: Context): Promise<readonly Task[] | 1 | 2> {
  const { operands, options, cwd } = context;
  const [first, ...more] = operands;
  if (first !== undefined && (more.length > 0 || pathKind(resolve(cwd, first)) !== 'folder'))
    return namedTasks(context);
  const chosen =
    first === undefined ? context : { ...context, options: { ...options, posts: first } };
  const collection = chosenCollection(chosen);
  return collection === undefined ? 2 : [{ collection }];
}

async function* faultsOf(tasks: readonly Task[], cwd: string): AsyncGenerator<FileFault> {
  for (const { collection, posts } of tasks) {
    for await (const fault of checkSite(collection.library, posts)) {
      yield { ...fault, path: openablePath(`${collection.site.root}/${fault.path}`, cwd) };
    }
  }
}

async function* atMost<Item>(items: AsyncIterable<Item>, limit: number): AsyncGenerator<Item> {
  if (limit <= 0) return;
  let left = limit;
  for await (const item of items) {
    yield item;
    left--;
    if (left <= 0) return;
  }
}

/** `kanbao check`: every fault in a folder or in the posts named, `path:line: what` a line. */
export async function* check(context: Context): AsyncGenerator<string, ExitCode> {
  const tasks = await tasksOf(context);
  if (typeof tasks === 'number') return tasks;
  const faults = atMost(faultsOf(tasks, context.cwd), context.options.limit);
  const code = yield* writeRecords(faults, context, {
    fields: faultFields,
    record: ({ path, line, fault, message }) => ({ path, line, fault, message }),
    line: ({ path, line, message }) => `${cleanField(path)}:${line}: ${message}`,
  });
  // Nothing found is the best that can be said here.
  return code === 2 ? 2 : code === 1 ? 0 : 1;
}
