import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../helpers/home.ts';
import { run } from './small-site.ts';

const HEADER = '---\ntitle: a\n---\n';

/** A site with these files, its folder. */
function site(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, '_posts'));
  mkdirSync(join(root, '_drafts'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  return root;
}

const broken = {
  '_config.yml': '',
  '_posts/2022-01-01-good.md': `${HEADER}Words.\n`,
  '_posts/2022-01-02-bad.md': `${HEADER}[x](/gone)\n`,
  '_posts/2022-01-03-two\nlines.md': `${HEADER}Words.\n`,
  '_drafts/idea.md': HEADER,
  'README.md': 'No post.\n',
};

test('check prints path:line: what, one fault a line, and ends with 1; a sound folder prints nothing and ends with 0', async () => {
  const cwd = site(broken);
  const { code, out, err } = await run(['check'], { cwd });
  assert.equal(
    out,
    '_posts/2022-01-02-bad.md:4: the link /gone leads to nothing in the site\n' +
      '_posts/2022-01-03-two lines.md:1: the name of the file holds control characters\n',
  );
  assert.deepEqual([code, err], [1, '']);
  const sound = await run(['check'], { cwd: site({ '_posts/2022-01-01-a.md': `${HEADER}W.\n` }) });
  assert.deepEqual([sound.code, sound.out, sound.err], [0, '', '']);
});

test('check --json gives path, line, fault and message; no fault is an empty array and ends with 0', async () => {
  const cwd = site(broken);
  const { code, out } = await run(['check', '--json', '-n', '1'], { cwd });
  assert.equal(code, 1);
  assert.deepEqual(JSON.parse(out), [
    {
      path: '_posts/2022-01-02-bad.md',
      line: 4,
      fault: 'link-missing',
      message: 'the link /gone leads to nothing in the site',
    },
  ]);
  const sound = await run(['check', '--json'], { cwd: site({ '_config.yml': '' }) });
  assert.deepEqual([sound.code, sound.out], [0, '[]\n']);
});

test('check takes posts by path, id or permalink, drafts too, and leaves what is no post aside, as a hook needs it', async () => {
  const cwd = site(broken);
  const good = await run(['check', '_posts/2022-01-01-good.md', 'README.md'], { cwd });
  assert.deepEqual(
    [good.code, good.out, good.err],
    [0, '', 'kanbao: no post of its site, so not checked (README.md)\n'],
  );
  const bad = await run(['check', '2022-01-02-bad', '_drafts/idea.md'], { cwd });
  assert.equal(
    bad.out,
    '_drafts/idea.md:4: the post has no text\n' +
      '_posts/2022-01-02-bad.md:4: the link /gone leads to nothing in the site\n',
  );
  assert.equal(bad.code, 1);
  assert.equal((await run(['check', 'nowhere'], { cwd })).code, 1);
});

test('check takes a folder as its site', async () => {
  const cwd = site(broken);
  const { code, out } = await run(['check', cwd], { cwd: '/' });
  assert.equal(code, 1);
  assert.match(out, /2022-01-02-bad\.md:4: /);
});

test('a FIFO named as a post is refused and never opened', { timeout: 10_000 }, async () => {
  const cwd = site(broken);
  execFileSync('mkfifo', [join(cwd, '_posts/2022-01-04-fifo.md')]);
  const { code, err } = await run(['check', '_posts/2022-01-04-fifo.md'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /no regular file/);
});
