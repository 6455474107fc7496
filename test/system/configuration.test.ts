import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { readConfiguration } from '../../source/system/configuration.ts';

function file(t: TestContext, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-config-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'config.yml');
  writeFileSync(path, content);
  return path;
}

test('a configuration that does not exist is empty and no fault', async () => {
  const read = await readConfiguration('/nonexistent/kanbao/config.yml', '/home/me');
  assert.deepEqual(read, { configuration: {}, messages: [] });
});

test('every key is read', async t => {
  const text =
    'posts: ~/news\nwidth: 66\nambiguous: 2\nlang: zh\nparagraphs: indented\nhang: true\n' +
    'theme: dark\nopen: firefox --new-tab %s\nmouse: false\nresume: true\n' +
    'keys:\n  down: [j, Down, ^N]\n  go-home: 0\n  quit: Q\n  reverse:\n';
  const read = await readConfiguration(file(t, text), '/home/me');
  assert.deepEqual(read.messages, []);
  assert.deepEqual(read.configuration, {
    posts: '/home/me/news',
    width: 66,
    ambiguous: 2,
    lang: 'zh',
    paragraphs: 'indented',
    hang: true,
    theme: 'dark',
    open: 'firefox --new-tab %s',
    mouse: false,
    resume: true,
    keys: { down: ['j', 'Down', '^N'], 'go-home': ['0'], quit: ['Q'], reverse: [] },
  });
});

test('a relative folder of posts starts from the folder of the file', async t => {
  const path = file(t, 'posts: news\n');
  const { configuration } = await readConfiguration(path, undefined);
  assert.equal(configuration.posts, join(path, '..', 'news'));
});

test('an unknown key is told with the nearest known one, and the others count', async t => {
  const { configuration, messages } = await readConfiguration(
    file(t, 'widht: 60\nlang: en\n'),
    undefined,
  );
  assert.deepEqual(messages, ['unknown key "widht"; did you mean width?']);
  assert.deepEqual(configuration, { lang: 'en' });
});

test('names that every object has are unknown keys too', async t => {
  const { messages } = await readConfiguration(
    file(t, '__proto__: 1\nconstructor: 2\n'),
    undefined,
  );
  assert.equal(messages.length, 2);
});

test('a wrong value is told with what its key takes', async t => {
  const text =
    'width: wide\nambiguous: 3\nhang: sometimes\nposts: 5\nlang: en\ntheme: blue\nopen: ""\n' +
    'resume: 1\nkeys: j\n';
  const { configuration, messages } = await readConfiguration(file(t, text), undefined);
  assert.deepEqual(messages, [
    'width takes a whole number from 20 to 1000',
    'ambiguous takes 1 or 2',
    'hang takes true or false',
    'posts takes a folder',
    'theme takes auto or light or dark',
    'open takes a command, such as "firefox --new-tab %s"',
    'resume takes true or false',
    'keys takes names of actions with a key or a list of keys, such as "down: [j, Down]"',
  ]);
  assert.deepEqual(configuration, { lang: 'en' });
});

test('keys that are no keys are told with the action they were given', async t => {
  const { configuration, messages } = await readConfiguration(
    file(t, 'keys:\n  up: k\n  down: {a: b}\n'),
    undefined,
  );
  assert.match(messages.join(), /^keys takes .*, not what down is given$/);
  assert.deepEqual(configuration, {});
});

test('an action called as every object’s properties are is an action like others', async t => {
  const text = 'keys:\n  __proto__: x\n  constructor: y\n';
  const { configuration } = await readConfiguration(file(t, text), undefined);
  assert.deepEqual(Object.keys(configuration.keys ?? {}), ['__proto__', 'constructor']);
});

test('what is no YAML, or no mapping, or cannot be read is told in one line', async t => {
  for (const text of ['a: [1', '- a\n- b\n', 'just words', '"\\q"']) {
    const { configuration, messages } = await readConfiguration(file(t, text), undefined);
    assert.deepEqual(configuration, {}, text);
    assert.equal(messages.length, 1, text);
    assert.doesNotMatch(messages[0] ?? '', /\n/);
  }
  const folder = file(t, '');
  rmSync(folder);
  mkdirSync(folder);
  assert.deepEqual((await readConfiguration(folder, undefined)).messages, [
    'cannot be read: EISDIR',
  ]);
});

test('an empty file is an empty configuration', async t => {
  for (const text of ['', '# width: 60\n', '\uFEFF']) {
    const read = await readConfiguration(file(t, text), undefined);
    assert.deepEqual(read, { configuration: {}, messages: [] });
  }
});
