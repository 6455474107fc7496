import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommandLine } from '../../source/commands/parse.ts';
import { commandNames } from '../../source/commands/table.ts';

const now = new Date(2022, 2, 11, 12);

function understood(...argv: string[]) {
  const parsed = parseCommandLine(argv, now);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.message);
  return parsed;
}

function refused(...argv: string[]): string {
  const parsed = parseCommandLine(argv, now);
  assert.ok(!parsed.ok, argv.join(' '));
  return parsed.message;
}

test('options stand before, between and behind the command and its operands', () => {
  const parsed = understood('--posts', 'a', 'cat', '-w', '40', 'one', '--body', 'two');
  assert.equal(parsed.command, 'cat');
  assert.deepEqual(parsed.operands, ['one', 'two']);
  assert.equal(parsed.options.posts, 'a');
  assert.equal(parsed.options.width, 40);
  assert.equal(parsed.options.body, true);
});

test('short options take their value attached, apart or behind an equals sign, and stand together', () => {
  for (const argv of [['-n5'], ['-n', '5'], ['-n=5'], ['--limit', '5'], ['--limit=5'], ['-0n5']]) {
    assert.equal(understood('list', ...argv).options.limit, 5, argv.join(' '));
  }
  assert.equal(understood('list', '-0').options.null, true);
  assert.equal(understood('list', '-w0').options.width, Number.POSITIVE_INFINITY);
  assert.equal(understood('list', '-pnews').options.posts, 'news');
});

test('repeatable options gather, of the others the last one counts', () => {
  const { options } = understood('list', '-c', 'a', '--category=b', '-n', '5', '-n', '6');
  assert.deepEqual(options.category, ['a', 'b']);
  assert.equal(options.limit, 6);
});

test('a value may begin with a dash and hold an equals sign', () => {
  assert.equal(understood('list', '--format', '-{id}=x').options.format, '-{id}=x');
});

test('behind -- everything is an operand', () => {
  assert.deepEqual(understood('search', '--', '--json', '-5').operands, ['--json', '-5']);
});

test('operands stay text, whatever they look like', () => {
  assert.deepEqual(understood('cat', '007', '1e3', '-', 'true').operands, [
    '007',
    '1e3',
    '-',
    'true',
  ]);
});

test('without a command the operands are all kept', () => {
  const parsed = understood('news/_posts', '--lang', 'zh');
  assert.equal(parsed.command, undefined);
  assert.deepEqual(parsed.operands, ['news/_posts']);
  assert.equal(parsed.options.lang, 'zh');
});

test('an unknown option is named with the nearest known one', () => {
  assert.equal(refused('list', '--jsn'), 'unknown option --jsn; did you mean --json?');
  assert.equal(
    refused('list', '--catagory=x'),
    'unknown option --catagory; did you mean --category?',
  );
  assert.match(refused('list', '-x'), /^unknown option -x; /);
  assert.match(refused('--__proto__', 'list'), /^unknown option --__proto__; /);
  assert.match(refused('list', '--toString'), /^unknown option --toString; /);
});

test('an option that the command has no use for is refused', () => {
  assert.equal(refused('cat', '--since', '2022'), 'cat takes no --since');
  assert.equal(refused('links', '--body', 'x'), 'links takes no --body');
});

test('a missing value is told with what belongs there', () => {
  assert.equal(refused('list', '--limit'), '--limit needs a value: N');
  assert.equal(refused('list', '--posts='), '--posts needs a value: DIR');
  assert.equal(refused('list', '-n'), '-n needs a value: N');
  assert.equal(refused('list', '--json=yes'), '--json takes no value');
});

test('a wrong value is told with what the option takes', () => {
  assert.equal(refused('list', '-n', 'x'), '--limit takes a whole number, not "x"');
  assert.equal(refused('cat', '-w', '-5'), '--width takes a whole number, not "-5"');
  assert.equal(
    refused('list', '--sort', 'size'),
    '--sort takes date or title or category, not "size"',
  );
  assert.match(refused('list', '--since', '2022-13'), /^--since takes 2022, /);
});

test('two machine forms exclude each other', () => {
  assert.equal(refused('list', '--json', '--tsv'), '--json and --tsv exclude each other');
});

test('--no-color is --color never', () => {
  assert.equal(understood('list', '--no-color').options.color, 'never');
});

test('every command has a help that names its options and an example', () => {
  for (const name of commandNames) {
    const { help: text, options } = understood(name, '--help');
    assert.equal(options.help, true);
    const help = text();
    assert.match(help, new RegExp(`^kanbao ${name}`));
    assert.match(help, /--posts DIR/);
    assert.match(help, /\nExamples\n {2}kanbao/);
    assert.doesNotMatch(help, /[^\n]{101}/, `a line of the help of ${name} is over 100 characters`);
  }
  const general = understood('--help').help();
  for (const name of commandNames) assert.match(general, new RegExp(`\n  ${name} `));
});

test('help is given even beside an option that does not fit', () => {
  assert.equal(understood('cat', '--since', '2022', '--help').options.help, true);
});
