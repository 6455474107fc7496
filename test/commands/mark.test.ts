import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run, smallSite } from './small-site.ts';

test('marks are set by id, path and standard input, and filters see them', async t => {
  const cwd = smallSite(t);
  const list = async (...argv: string[]) =>
    (await run(['list', '--format', '{id}', ...argv], { cwd })).out.split('\n').slice(0, -1);
  assert.deepEqual(
    await run(['mark', 'star', 'latest'], { cwd }).then(({ code, out, err }) => [code, out, err]),
    [0, '', ''],
  );
  assert.deepEqual(await list('--starred'), ['2022-03-11-harbour']);
  const input = '2022-03-10-bridge\n2022-02-01-tide\n';
  assert.equal((await run(['mark', 'read', '_posts/undated.md', '-'], { cwd, input })).code, 0);
  assert.deepEqual(await list('--unread'), [
    '2022-03-11-harbour',
    '2022-01-15-evil',
    '2021-12-31-harbour-year',
  ]);
  await run(['mark', 'unstar', 'latest'], { cwd });
  assert.deepEqual(await list('--starred'), []);
  const [post] = JSON.parse(
    (await run(['list', '--json', '-c', 'gangkou', '--reverse', '-n1'], { cwd })).out,
  );
  assert.deepEqual([post.id, post.read, post.starred], ['undated', true, false]);
});

test('a post that does not exist is told, the others are marked', async t => {
  const cwd = smallSite(t);
  const { code, err } = await run(['mark', 'read', 'nothing', 'latest'], { cwd });
  assert.deepEqual([code, err], [1, 'kanbao: no such post (nothing)\n']);
  assert.equal((await run(['list', '--unread', '--format', 'x'], { cwd })).out.length, 10);
});

test('a mark that is no mark, or no post, is wrong usage', async t => {
  const cwd = smallSite(t);
  const slip = await run(['mark', 'raed', 'latest'], { cwd });
  assert.equal(slip.code, 2);
  assert.match(slip.err, /not raed; did you mean read\?/);
  assert.equal((await run(['mark'], { cwd })).code, 2);
  assert.equal((await run(['mark', 'read'], { cwd })).code, 2);
});
