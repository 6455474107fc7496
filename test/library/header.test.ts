import assert from 'node:assert/strict';
import { test } from 'node:test';
import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, nullCoreTag } from 'js-yaml';
import { type Header, type HeaderValue, textOf } from '../../source/library/header.ts';
import { findHeader, type HeaderBlock } from '../../source/library/header-block.ts';
import { loadParser, readHeader } from '../../source/library/header-read.ts';
import { recoverHeader } from '../../source/library/header-recover.ts';
import { scanHeader } from '../../source/library/header-scan.ts';

type Found = Extract<HeaderBlock, { found: 'header' }>;

function blockOf(text: string): Found {
  const block = findHeader(text);
  assert.equal(block.found, 'header');
  return block as Found;
}

async function read(text: string): Promise<Header> {
  const block = blockOf(text);
  const header = readHeader(block, await loadParser(block, {}));
  assert.ok(header);
  return header;
}

/** Fields as plain values, in order. */
function fieldsOf(header: Header): unknown {
  const plain = (value: HeaderValue): unknown => {
    if (value instanceof Map)
      return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
    return Array.isArray(value) ? value.map(plain) : value;
  };
  return plain(header.fields);
}

function bodyOf(text: string): string {
  return text.slice(blockOf(text).body);
}

test('a header is closed by --- or ..., with blanks after either, and may be empty', () => {
  for (const text of [
    '---\na: b\n---\nbody',
    '---  \na: b\n... \nbody',
    '---\na: b\n---\t\nbody',
  ]) {
    assert.equal(blockOf(text).text, 'a: b');
    assert.equal(bodyOf(text), 'body');
  }
  assert.equal(bodyOf('---\n---\nbody'), 'body');
  assert.equal(bodyOf('---\na: b\n---'), '');
});

test('a blank line before a header, CRLF and lone CR are understood', () => {
  assert.equal(blockOf('\n\n---\na: b\n---\nbody').line, 4);
  assert.equal(blockOf('---\r\na: b\r\nc: d\r\n---\r\nbody').text, 'a: b\nc: d');
  assert.equal(bodyOf('---\r\na: b\r\n---\r\nbody'), 'body');
  assert.equal(blockOf('---\ra: b\rc: d\r---\rbody').text, 'a: b\nc: d');
  assert.equal(bodyOf('---\ra: b\r---\rbody'), 'body');
});

test('an unclosed header is no header, and neither is a rule or dashes with words', () => {
  assert.deepEqual(findHeader('---\ntitle: a\nbody'), { found: 'unclosed', line: 1, keyed: true });
  assert.deepEqual(findHeader('---\nA rule.'), { found: 'unclosed', line: 1, keyed: false });
  assert.equal(findHeader('--- some words\na: b\n---\n').found, 'none');
  assert.equal(findHeader('----\na: b\n----\n').found, 'none');
  assert.equal(findHeader(' ---\na: b\n---\n').found, 'none');
  assert.equal(findHeader('words\n---\na: b\n---\n').found, 'none');
  assert.equal(
    blockOf('---\na: b\n----\nc: d\n---\nbody').text,
    'a: b\n----\nc: d',
    'four dashes close nothing',
  );
});

test('line numbers count lines of the file, whatever ends them', () => {
  const { line, bodyLine } = blockOf('\r\n---\r\na: b\r\nc: d\r\n---\r\nbody');
  assert.deepEqual([line, bodyLine], [3, 6]);
});

test('the line scanner reads plain shapes exactly as gray-matter with a failsafe schema', () => {
  const engines = {
    yaml: {
      parse: (text: string) =>
        load(text, { schema: FAILSAFE_SCHEMA.withTags(nullCoreTag) }) as object,
      stringify: () => '',
    },
  };
  const headers = [
    'title: 海丰港务2021年净利润6.84亿元 拟每10股派1.80元\ndate: 2022-03-11 10:17:03 +0800\ncategories: quanzhouwanbao\ntags: 泉州晚报新闻',
    'title: "quoted: with colon"\nother: \'single # hash\'\nempty list: x\n'.replace(
      'empty list',
      'empty-list',
    ),
    'tags: [a, "b c", \'d\']\nnone: []\nurl: http://x.example/a?b=c#d',
    'tags:\n- a\n- b c\n- "d"\nindented:\n    - x\n    - y',
    '# comment\n\na: b\nc: # comment',
    'version: 1.10\nno: no\ntime: 12:30:45\nzone: +0800\nnumber: 007\nexponent: 1e3',
    'a: x:y\nb: a - b\nc: ｜full｜\nd: (paren) [bracket]\ne: 100%',
  ];
  for (const text of headers) {
    const scanned = scanHeader(text, 1);
    assert.ok(scanned, `scanned: ${text}`);
    const { data } = matter(`---\n${text}\n---\n`, { engines });
    assert.deepEqual(fieldsOf(scanned), data);
  }
});

test('the line scanner leaves every shape it cannot be sure of to the full parser', () => {
  const odd = [
    'a: b\n  continued',
    'a: "b\\n"',
    'a: "b" c',
    "a: 'it''s'",
    'a: |\n  block',
    'a: {b: c}',
    'a: [b, [c]]',
    'a: &x b',
    'a: *x',
    'a: !tag b',
    'a: @b',
    'a: %b',
    'a: 他说: 你好',
    'a: b:',
    'a: b # comment',
    'a:\n  b: c',
    'a:\n- b: c',
    'a:\n- b\n - c',
    '- a',
    'words',
    'a:b',
    '"a": b',
    'a: b\u0007',
    'a:\tb',
    'a:\n\n- b',
  ];
  for (const text of odd) assert.equal(scanHeader(text, 1), undefined, text);
});

test('scalars stay text: no number, date or boolean is made of them, only null is null', async () => {
  const header = await read(
    '---\na: 007\nb: 2022-03-11\nc: no\nd: 1e3\ne: ~\nf:\ng: "null"\nh: {x: 0x1F}\n---\n',
  );
  assert.deepEqual(fieldsOf(header), {
    a: '007',
    b: '2022-03-11',
    c: 'no',
    d: '1e3',
    e: null,
    f: null,
    g: 'null',
    h: { x: '0x1F' },
  });
});

test('of duplicated keys the last one wins, with a fault that names key and line', async () => {
  for (const more of ['', '\nblock: >\n  x']) {
    const header = await read(`---\ntitle: a\ntags: x\ntitle: b${more}\n---\n`);
    assert.equal(header.fields.get('title'), 'b');
    assert.deepEqual(
      header.faults.map(({ fault, line }) => [fault, line]),
      [['key-duplicated', 4]],
    );
    assert.match(header.faults[0]?.message ?? '', /"title"/);
  }
});

test('a header that is not valid YAML is recovered line by line, with a fault that names line and reason', async () => {
  const header = await read(
    '---\nlayout: post\ntitle: "机构论市："震荡"向上？"\ndate: 2022-03-11 10:17:03 +0800\ncategories: [a, b]\ntags:\n- c d\n- e\npath: "C:\\路"\n---\n',
  );
  assert.deepEqual(fieldsOf(header), {
    layout: 'post',
    title: '机构论市："震荡"向上？',
    date: '2022-03-11 10:17:03 +0800',
    categories: ['a', 'b'],
    tags: ['c d', 'e'],
    path: 'C:\\路',
  });
  assert.deepEqual(
    header.faults.map(({ fault, line }) => [fault, line]),
    [['header-invalid', 3]],
  );
  assert.match(header.faults[0]?.message ?? '', /not valid YAML: .+; read line by line/);
});

test('titles YAML takes for something else are recovered as written', () => {
  const cases = [
    ['title: @公司 公告', '@公司 公告'],
    ['title: *ST股份', '*ST股份'],
    ['title: %5', '%5'],
    ['title: [快讯] 暴雨', '[快讯] 暴雨'],
    ['title: 他说: 你好', '他说: 你好'],
    ['title: >\n  folded\n  words', 'folded words'],
    ['title: first\n  second', 'first second'],
  ] as const;
  for (const [text, title] of cases) assert.equal(recoverHeader(text).get('title'), title);
});

test('a quoted text that goes on at a line start is read as libyaml reads it', async () => {
  const header = await read('---\ntitle: "one\ntwo"\nlayout: post\n---\n');
  assert.deepEqual(fieldsOf(header), { title: 'one two', layout: 'post' });
  assert.deepEqual(header.faults, []);
});

test('a header of 500 kB whose quoted text hangs on 100 lines is not read 40 times', async () => {
  const filler = Array.from({ length: 25_000 }, (_, at) => `key${at}: &a${at} value`).join('\n');
  const time = async (text: string) => {
    const started = performance.now();
    const { fields } = await read(`---\n${filler}\n${text}\n---\n`);
    assert.equal(fields.get('key7'), text.includes('\n') ? '&a7 value' : 'value');
    return performance.now() - started;
  };
  await time('title: "one two"');
  const once = await time('title: "one two"');
  const hanging = await time(`title: "one\n${'two\n'.repeat(100)}"`);
  assert.ok(hanging < 12 * once, `${hanging.toFixed(0)} ms against ${once.toFixed(0)} ms`);
});

test('a value that goes on over 200,000 lines is recovered in linear time', () => {
  const started = performance.now();
  const title = recoverHeader(`title: "a\n${'  b\n'.repeat(200_000)}  c"\nx: y`).get('title');
  assert.equal(title, `a ${'b '.repeat(200_000)}c`);
  assert.ok(performance.now() - started < 1000);
});

test('a header in JavaScript or another language is refused and never run', async () => {
  for (const word of ['js', 'javascript', 'JS', 'coffee', 'constructor', 'valueOf']) {
    const text = `---${word}\nglobalThis.headerRan = true\n---\nbody`;
    const header = await read(text);
    assert.equal(header.fields.size, 0);
    assert.deepEqual(
      header.faults.map(({ fault }) => fault),
      ['header-refused'],
    );
    assert.equal(bodyOf(text), 'body');
  }
  const code = await read(
    '---\ntitle: !!js/function "function () { globalThis.headerRan = true }"\n---\n',
  );
  assert.match(code.faults[0]?.message ?? '', /not valid YAML/);
  assert.equal('headerRan' in globalThis, false);
});

test('TOML and JSON headers are read, and what is wrong in them is told', async () => {
  const toml =
    '+++\ntitle = "a"\ndate = 2022-03-11T10:17:03+08:00\n[taxonomies]\ntags = ["x", "y"]\n+++\nbody';
  assert.deepEqual(fieldsOf(await read(toml)), {
    title: 'a',
    date: '2022-03-11T10:17:03.000+08:00',
    taxonomies: { tags: ['x', 'y'] },
  });
  assert.equal(bodyOf(toml), 'body');
  const json = '{\n  "title": "a",\n  "tags": ["x"],\n  "weight": 3\n}\nbody';
  assert.deepEqual(fieldsOf(await read(json)), { title: 'a', tags: ['x'], weight: '3' });
  assert.equal(bodyOf(json), 'body');
  assert.deepEqual(fieldsOf(await read('---json\n{"title": "a"}\n---\n')), { title: 'a' });
  const bad = await read('+++\ntitle = "a"\nbad = = 1\n+++\n');
  assert.deepEqual(
    bad.faults.map(({ fault, line }) => [fault, line]),
    [['header-invalid', 3]],
  );
  assert.equal(bad.fields.get('title'), 'a');
});

test('an alias bomb, deep nesting and a self-reference are read in no time and written out short', async () => {
  const bomb = [
    'a0: &a0 [x, x]',
    ...Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`),
  ];
  const started = performance.now();
  const header = await read(`---\n${bomb.join('\n')}\ntitle: *a30\n---\n`);
  const text = textOf(header.fields.get('title')) ?? '';
  assert.ok(text.length < 20_000);
  const nested = await read(`---\ntitle: t\ndeep: ${'['.repeat(50_000)}\n---\n`);
  assert.equal(nested.fields.get('title'), 't');
  assert.equal(nested.faults[0]?.fault, 'header-invalid');
  const loop = await read('---\ntitle: &t [*t]\n---\n');
  assert.equal(loop.fields.has('title'), true);
  assert.ok((textOf(loop.fields.get('title')) ?? '').length < 20_000);
  assert.ok(performance.now() - started < 2000);
});

test('a fence inside a value, and a NUL, do not end a header early', async () => {
  const header = await read('---\ntitle: |\n  ----\n  ---foo\nafter: x\n---\n');
  assert.deepEqual(fieldsOf(header), { title: '----\n---foo\n', after: 'x' });
  const control = await read('---\ntitle: a\u0000b\n\u0001end\nafter: x\n---\n');
  assert.equal(control.fields.get('after'), 'x');
  assert.equal(control.faults[0]?.fault, 'header-invalid');
});

test('the same header read twice says the same, broken or not', async () => {
  for (const text of ['---\ntitle: "a"b"\n---\n', '---\ntitle: >\n  x\n---\n']) {
    assert.deepEqual(await read(text), await read(text));
  }
});

test('a megabyte of anything is searched for a header in no time', () => {
  const started = performance.now();
  for (const piece of ['\r\n', ' \n', '\r', '---\r\n', '---\n--- \n', '{\n "', '+++ ', '-', '\t']) {
    assert.ok(
      ['header', 'unclosed', 'none'].includes(
        findHeader(piece.repeat(1_000_000 / piece.length)).found,
      ),
    );
  }
  assert.ok(performance.now() - started < 2000);
});
