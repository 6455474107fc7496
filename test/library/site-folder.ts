import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { findSite } from '../../source/library/find-site.ts';
import { openLibrary, type SiteLibrary } from '../../source/library/open-library.ts';
import type { Post } from '../../source/library/post.ts';

/** Files of a folder, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files to a new folder that is gone when the test is over; gives back its path. */
export function makeFolder(t: TestContext, files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'kanbao-library-'));
  // A library that is closed after it is removed may still be writing its index there.
  t.after(() => rmSync(root, { recursive: true, force: true, maxRetries: 9, retryDelay: 50 }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A post's file: header lines and a body. */
export function postFile(header: string, body = 'Words.'): string {
  return `---\n${header}\n---\n${body}\n`;
}

/** The library of a folder, loaded. */
export async function loadFolder(root: string, drafts = false): Promise<SiteLibrary> {
  const found = findSite({ posts: root, cwd: '/' });
  if (!found.found) throw new Error(found.message);
  const library = openLibrary(found.site, { drafts });
  await library.load();
  return library;
}

/** The library of files written to a new folder, loaded. */
export function loadFiles(t: TestContext, files: Files, drafts = false): Promise<SiteLibrary> {
  return loadFolder(makeFolder(t, files), drafts);
}

/** All posts in the library's own order. */
export function allPosts(library: SiteLibrary): readonly Post[] {
  const list = library.list({});
  return list.slice(0, list.length);
}

/** The only post of a site made of one file below `_posts`. */
export async function onlyPost(
  t: TestContext,
  content: string | Uint8Array,
  name = '2022-03-11-name.md',
  config = '',
): Promise<Post> {
  const posts = allPosts(
    await loadFiles(t, { '_config.yml': config, [`_posts/${name}`]: content }),
  );
  const [post] = posts;
  if (post === undefined || posts.length !== 1) throw new Error(`${posts.length} posts`);
  return post;
}

/** Kinds of a post's faults. */
export function kindsOf(post: Post): readonly string[] {
  return post.faults.map(({ fault }) => fault);
}
