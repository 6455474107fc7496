import { join } from 'node:path';
import { isStale } from './stale.ts';

// `npm start` from a fresh clone: build what is stale, then be kanbao, on the newspaper that comes
// with it unless the arguments or the environment name another folder.
const root = join(import.meta.dirname, '../..');
if (isStale(root)) {
  const { bundle } = await import('./bundle.ts');
  await bundle(root);
}
process.env.KANBAO_POSTS ??= join(root, 'posts');
await import(join(root, 'dist/cli.js'));
