import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseCommandLine } from '../../source/commands/parse.ts';
import { commandNames, commandTable } from '../../source/commands/table.ts';
import { root } from '../helpers/home.ts';
import { run, smallSite } from './small-site.ts';

const now = new Date(2022, 2, 11, 12);

async function understood(...argv: string[]) {
  const parsed = await parseCommandLine(argv, now);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.message);
  return parsed;
}

async function refused(...argv: string[]): Promise<string> {
  const parsed = await parseCommandLine(argv, now);
  assert.ok(!parsed.ok, argv.join(' '));
  return parsed.message;
}

test('options stand before, between and behind the command and its operands', async () => {
  const parsed = await understood('--posts', 'a', 'cat', '-w', '40', 'one', '--body', 'two');
  assert.equal(parsed.command, 'cat');
  assert.deepEqual(parsed.operands, ['one', 'two']);
  assert.equal(parsed.options.posts, 'a');
  assert.equal(parsed.options.width, 40);
  assert.equal(parsed.options.body, true);
});

test('short options take their value attached, apart or behind an equals sign, and stand together', async () => {
  for (const argv of [['-n5'], ['-n', '5'], ['-n=5'], ['--limit', '5'], ['--limit=5'], ['-0n5']]) {
    assert.equal((await understood('list', ...argv)).options.limit, 5, argv.join(' '));
  }
  assert.equal((await understood('list', '-0')).options.null, true);
  assert.equal((await understood('list', '-w0')).options.width, Number.POSITIVE_INFINITY);
  assert.equal((await understood('list', '-pnews')).options.posts, 'news');
});

test('repeatable options gather, of the others the last one counts', async () => {
  const { options } = await understood('list', '-c', 'a', '--category=b', '-n', '5', '-n', '6');
  assert.deepEqual(options.category, ['a', 'b']);
  assert.equal(options.limit, 6);
});

test('a value may begin with a dash and hold an equals sign', async () => {
  assert.equal((await understood('list', '--format', '-{id}=x')).options.format, '-{id}=x');
});

test('behind -- everything is an operand', async () => {
  assert.deepEqual((await understood('search', '--', '--json', '-5')).operands, ['--json', '-5']);
});

test('operands stay text, whatever they look like', async () => {
  assert.deepEqual((await understood('cat', '007', '1e3', '-', 'true')).operands, [
    '007',
    '1e3',
    '-',
    'true',
  ]);
});

test('without a command the operands are all kept', async () => {
  const parsed = await understood('news/_posts', '--lang', 'zh');
  assert.equal(parsed.command, undefined);
  assert.deepEqual(parsed.operands, ['news/_posts']);
  assert.equal(parsed.options.lang, 'zh');
});

test('an unknown option is named with the nearest known one', async () => {
  assert.equal(await refused('list', '--jsn'), 'unknown option --jsn; did you mean --json?');
  assert.equal(
    await refused('list', '--catagory=x'),
    'unknown option --catagory; did you mean --category?',
  );
  assert.match(await refused('list', '-x'), /^unknown option -x; /);
  assert.match(await refused('--__proto__', 'list'), /^unknown option --__proto__; /);
  assert.match(await refused('list', '--toString'), /^unknown option --toString; /);
});

test('an option that the command has no use for is refused', async () => {
  assert.equal(await refused('cat', '--since', '2022'), 'cat takes no --since');
  assert.equal(await refused('links', '--body', 'x'), 'links takes no --body');
});

test('a missing value is told with what belongs there', async () => {
  assert.equal(await refused('list', '--limit'), '--limit needs a value: N');
  assert.equal(await refused('list', '--posts='), '--posts needs a value: DIR');
  assert.equal(await refused('list', '-n'), '-n needs a value: N');
  assert.equal(await refused('list', '--json=yes'), '--json takes no value');
});

test('a wrong value is told with what the option takes', async () => {
  assert.equal(await refused('list', '-n', 'x'), '--limit takes a whole number, not "x"');
  assert.equal(await refused('cat', '-w', '-5'), '--width takes a whole number, not "-5"');
  assert.equal(
    await refused('list', '--sort', 'size'),
    '--sort takes date or title or category, not "size"',
  );
  assert.match(await refused('list', '--since', '2022-13'), /^--since takes 2022, /);
});

test('two machine forms exclude each other', async () => {
  assert.equal(await refused('list', '--json', '--tsv'), '--json and --tsv exclude each other');
});

test('--no-color is --color never', async () => {
  assert.equal((await understood('list', '--no-color')).options.color, 'never');
});

test('every command has a help that names its options and an example', async () => {
  for (const name of commandNames) {
    const { help: text, options } = await understood(name, '--help');
    assert.equal(options.help, true);
    const help = text();
    assert.match(help, new RegExp(`^kanbao ${name}`));
    assert.match(help, /--posts DIR/);
    assert.match(help, /\nExamples\n {2}kanbao/);
    assert.doesNotMatch(help, /[^\n]{101}/, `a line of the help of ${name} is over 100 characters`);
  }
  const general = (await understood('--help')).help();
  for (const name of commandNames) assert.match(general, new RegExp(`\n  ${name} `));
});

test('the help and the manual name every field of a record, and the records have no other', async t => {
  const cwd = smallSite(t);
  const manual = readFileSync(join(root, 'kanbao.1'), 'utf8');
  const operands: Readonly<Record<string, readonly string[]>> = {
    cat: ['latest'],
    links: ['2022-03-10-bridge'],
    search: ['大桥'],
  };
  for (const { name, fields, options } of commandTable) {
    assert.equal(fields.length > 0, options.includes('format'), name);
    if (fields.length === 0) continue;
    const { out } = await run([name, '--json', ...(operands[name] ?? [])], { cwd });
    assert.deepEqual(Object.keys(JSON.parse(out)[0]), fields, name);
    const help = (await understood(name, '--help')).help();
    const [, told = ''] = /\nFields of --format and JSON\n((?: {2}.*\n)+)/.exec(help) ?? [];
    assert.deepEqual(told.trim().split(/\s+/), fields);
    assert.ok(manual.includes(`Fields: ${fields.map(field => `\\fB${field}\\fR`).join(', ')}.`));
  }
});

test('help is given even beside an option that does not fit', async () => {
  assert.equal((await understood('cat', '--since', '2022', '--help')).options.help, true);
});
