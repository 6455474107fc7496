import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressPosts } from './addresses.ts';
import { characterPosts } from './characters.ts';
import { controlPosts } from './controls.ts';
import { encodingPosts } from './encodings.ts';
import { enginePosts, headerPosts } from './headers.ts';
import { markupPosts } from './markup.ts';
import { namePosts } from './names.ts';
import { file, type HostilePost, sizesOf } from './post.ts';

/**
 * Every hostile post, made anew at each call; some 60 MB.
 *
 * @param share how large the large ones are, 1 for a megabyte and more
 */
export function hostilePosts(share = 1): readonly HostilePost[] {
  const sizes = sizesOf(share);
  return [
    ...controlPosts(),
    ...characterPosts(sizes),
    ...encodingPosts(sizes),
    ...headerPosts(sizes),
    ...enginePosts(sizes, file),
    ...markupPosts(sizes),
    ...addressPosts(),
    ...namePosts(),
  ];
}

/** Writes posts below `_posts` of a folder, as a site; gives back each one's path, as the system takes it. */
export function writeHostileSite(
  root: string,
  posts: readonly HostilePost[],
): ReadonlyMap<HostilePost, string | Buffer> {
  const folder = join(root, '_posts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, '_config.yml'), 'title: hostile\nurl: https://good.example\n');
  const paths = new Map<HostilePost, string | Buffer>();
  for (const post of posts) {
    const path =
      typeof post.file === 'string'
        ? join(folder, post.file)
        : Buffer.concat([Buffer.from(`${folder}/`), post.file]);
    writeFileSync(path, post.bytes);
    paths.set(post, path);
  }
  return paths;
}
