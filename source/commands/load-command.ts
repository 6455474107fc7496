import { compileWhole } from '../system/compile-whole.ts';
import type { Command } from './context.ts';

/** Each loads one command and what it stands on, and nothing of the others. */
const loaders: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['list', async () => (await import('./list.ts')).list],
  ['categories', async () => (await import('./categories.ts')).categories],
  ['cat', async () => (await import('./cat.ts')).cat],
  ['search', async () => (await import('./search.ts')).search],
  ['links', async () => (await import('./links.ts')).links],
  ['check', async () => (await import('./check.ts')).check],
  ['mark', async () => (await import('./mark.ts')).mark],
  ['completion', async () => (await import('./completion.ts')).completion],
]);

/** The command of that name; `undefined` for the reader and for what is no command. */
export async function loadCommand(name: string | undefined): Promise<Command | undefined> {
  const load = name === undefined ? undefined : loaders.get(name);
  return load && compileWhole(load);
}
