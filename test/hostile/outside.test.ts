import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPostArticle } from '../../source/library/post-article.ts';
import { browseOutside, type World, writeOutside } from '../../source/reader/outside-world.ts';
import { fullAddress } from '../../source/reader/state/outside.ts';
import { messagesFor } from '../../source/reader/words/messages-for.ts';
import { addressPolicy } from '../../source/system/open-address.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { allPosts, loadFolder } from '../library/site-folder.ts';
import { programFolder } from '../system/programs.ts';
import { ADDRESSES, addressPosts } from './addresses.ts';
import { hostilePosts, writeHostileSite } from './corpus.ts';

/** The world with a browser that only keeps its arguments, one file a start, each ended by NUL. */
function worldWithBrowser(): { readonly world: World; readonly starts: () => readonly string[][] } {
  const kept = temporaryFolder();
  const PATH = programFolder({
    browser: `for a in "$@"; do printf '%s\\0' "$a"; done > "${kept}/$$"`,
  });
  const world: World = {
    messages: messagesFor('en'),
    env: { PATH: `${PATH}:${process.env.PATH}`, BROWSER: 'browser' },
    cwd: temporaryFolder(),
    lend: async use => use(),
    write: () => undefined,
    opener: undefined,
  };
  const starts = () =>
    readdirSync(kept).map(name => readFileSync(join(kept, name), 'utf8').split('\0').slice(0, -1));
  return { world, starts };
}

/** Every address that a link or an image of the hostile posts gives to the browser. */
async function hostileAddresses(): Promise<readonly string[]> {
  const root = temporaryFolder();
  writeHostileSite(root, addressPosts());
  const library = await loadFolder(root);
  const addresses = new Set<string>(ADDRESSES);
  for (const post of allPosts(library)) {
    const { links, images } = readPostArticle(library, post);
    for (const { href } of links) addresses.add(href);
    for (const href of [...links.map(link => link.href), ...images.map(image => image.src)]) {
      const address = fullAddress(href, post, library.site);
      if (address !== undefined) addresses.add(address);
    }
  }
  return [...addresses];
}

test('of all hostile addresses only those of pages and letters open unasked, each as one argument', async () => {
  const { world, starts } = worldWithBrowser();
  const addresses = await hostileAddresses();
  let opened = 0;
  for (const address of addresses) {
    const name = JSON.stringify(address);
    const answer = await browseOutside(address, false, world);
    assert.doesNotMatch(answer.notice, /[\0-\x1f\x7f-\x9f]/, name);
    const before = opened;
    opened = starts().length;
    const isOpened = opened > before;
    const scheme = URL.parse(address)?.protocol ?? '';
    assert.equal(isOpened, ['http:', 'https:', 'mailto:'].includes(scheme), name);
    if (!isOpened) assert.equal(answer.what === 'ask', addressPolicy(address) === 'ask', name);
  }
  assert.ok(opened >= 10, `${opened} opened`);
  for (const args of starts()) {
    assert.equal(args.length, 1, JSON.stringify(args));
    assert.match(args[0] ?? '', /^(?:https?|mailto):[!-~]*$/);
  }
  assert.equal(existsSync('/tmp/owned'), false);
});

test('what the person agreed to opens as one argument too, and code never does', async () => {
  const { world, starts } = worldWithBrowser();
  for (const address of ADDRESSES) {
    const before = starts().length;
    const { what } = await browseOutside(address, true, world);
    assert.equal(what, 'done', address);
    const isOpened = starts().length > before;
    assert.equal(isOpened, addressPolicy(address) !== 'refuse', JSON.stringify(address));
  }
  for (const [address = '', ...others] of starts()) {
    assert.deepEqual(others, []);
    assert.doesNotMatch(address, /^-|^(?:javascript|vbscript|data):/i);
  }
});

test('an article is written into the folder that was chosen, whatever its post is named', async () => {
  const root = temporaryFolder();
  writeHostileSite(root, hostilePosts(0.002));
  const { world } = worldWithBrowser();
  const folder = temporaryFolder();
  const library = await loadFolder(root);
  const posts = allPosts(library);
  assert.ok(posts.length > 100);
  for (const post of posts) {
    const { what, notice } = writeOutside(`${folder}/`, post, 'words\n', false, world);
    assert.doesNotMatch(notice, /[\0-\x1f\x7f-\x9f]/, post.path);
    assert.ok(what === 'ask' || /./.test(notice), post.path);
  }
  const written = readdirSync(folder, { recursive: true, withFileTypes: true });
  assert.ok(
    written.every(entry => entry.isFile()),
    'a folder was made',
  );
  assert.ok(written.length > posts.length / 2, `${written.length} files of ${posts.length}`);
  assert.deepEqual(readdirSync(world.cwd), [], 'a file beside the chosen folder');
  for (const { name } of written) assert.equal(readFileSync(join(folder, name), 'utf8'), 'words\n');
});
