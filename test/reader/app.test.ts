import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from '../../source/article/width.ts';
import { assertSameRows } from '../helpers/same-rows.ts';
import { openOnSite } from './site.ts';

const ESC = '\x1b';
const ENTER = '\r';

test('the reader takes the alternate screen and leaves the terminal as it was', async t => {
  const { screen, closed } = await openOnSite(t, 80, 24);
  assert.deepEqual([screen.alternate(), screen.cursorHidden(), screen.raw()], [true, true, true]);
  await screen.send('q');
  await closed;
  assert.deepEqual(
    [screen.alternate(), screen.cursorHidden(), screen.raw()],
    [false, false, false],
  );
  assert.equal(screen.text().trim(), '');
});

test('from home to a category, a post, its return link, the category again, and home', async t => {
  const { screen } = await openOnSite(t, 80, 24);
  assert.match(screen.text(), /小港日报/);
  await screen.send('j', ENTER);
  assert.match(screen.text(), /^港口晨报/);
  await screen.send(ENTER);
  assert.match(screen.text(), /渔港里停着四十多条船/);
  await screen.send('G', `${ESC}[Z`, `${ESC}[Z`);
  assert.deepEqual(screen.inverse(), ['返回港口晨报[4]']);
  assert.match(screen.rows().at(-1) ?? '', /栏目：港口晨报/);
  await screen.send(ENTER);
  assert.match(screen.text(), /^港口晨报/);
  assert.match(screen.inverse()[0] ?? '', /渔港的清晨/);
  await screen.send('H', '\t');
  assert.deepEqual(screen.inverse(), ['返回首页[5]']);
  await screen.send(ENTER);
  assert.match(screen.text(), /^小港日报/);
});

test('history goes back and forward to the same cells', async t => {
  const { screen } = await openOnSite(t, 80, 24, { post: '2022-03-11-bridge' });
  await screen.send('7j', '\t');
  const article = screen.text();
  const focused = screen.inverse();
  await screen.send('0');
  const home = screen.text();
  await screen.send('H');
  assert.equal(screen.text(), article);
  assert.deepEqual(screen.inverse(), focused);
  await screen.send('L');
  assert.equal(screen.text(), home);
});

test('thirty j in one chunk move thirty rows', async t => {
  const { screen } = await openOnSite(t, 60, 12, { post: '2022-03-11-bridge' });
  await screen.send('30j');
  const counted = screen.text();
  await screen.send('g', 'j'.repeat(30));
  assert.equal(screen.text(), counted);
});

test('the top line stays the top line at another width, and comes back', async t => {
  const { screen } = await openOnSite(t, 80, 24, { post: '2022-03-11-bridge' });
  await screen.send('11j');
  const before = screen.text();
  const top = (): string => (screen.rows()[0] ?? '').trim().slice(0, 6);
  const first = top();
  assert.notEqual(first, '');
  await screen.resize(40, 15);
  assert.ok((screen.rows()[0] ?? '').includes(first), screen.text());
  await screen.resize(120, 40);
  assert.ok((screen.rows()[0] ?? '').includes(first), screen.text());
  await screen.resize(80, 24);
  assert.equal(screen.text(), before);
});

test('links inside, outside and missing look different, also without colour', async t => {
  const { screen } = await openOnSite(t, 80, 24, { color: false, post: '2022-03-12-dawn' });
  const looks = new Map<string, string>();
  for (let row = 0; row < 22; row += 1) {
    for (const cell of screen.cells(row)) {
      assert.equal(cell.color, -1);
      const look = ['underline', 'italic', 'strike'].filter(name => cell[name as 'strike']);
      if (cell.text.trim() !== '') looks.set(cell.text, look.join());
    }
  }
  assert.deepEqual(
    ['汐', '补', '篇', '码'].map(character => looks.get(character)),
    ['italic', 'underline', 'strike', ''],
  );
});

test('a link to a post opens it, and Backspace returns', async t => {
  const { screen } = await openOnSite(t, 80, 24, { post: '2022-03-12-dawn' });
  const before = screen.text();
  await screen.send('2', ENTER);
  assert.match(screen.text(), /^\s*补网的人$/m);
  await screen.send('\x7f');
  assert.match(screen.text(), /渔港里停着四十多条船/);
  await screen.send(ESC);
  assert.notEqual(screen.text(), before);
});

test('opened posts are read, and the counts on home follow', async t => {
  const { screen } = await openOnSite(t, 80, 24);
  assert.match(screen.text(), /7 篇，7 篇未读/);
  await screen.send(ENTER, ENTER, 'h');
  assert.match(screen.text(), /7 篇，6 篇未读/);
  assert.doesNotMatch(screen.rows()[3] ?? '', /•/);
  await screen.send('m', '*');
  assert.match(screen.rows()[3] ?? '', /›\*• 渔港/);
});

test('in every size the screen is filled by whole rows and nothing is drawn outside', async t => {
  const { screen } = await openOnSite(t, 80, 24);
  for (const [columns, rows] of [
    [20, 5],
    [40, 15],
    [100, 30],
    [79, 11],
    [200, 60],
    [300, 100],
  ] as const) {
    await screen.resize(columns, rows);
    for (const keys of ['', ENTER, ENTER, 'G', '0', '?', 'h']) {
      if (keys !== '') await screen.send(keys);
      assert.match(screen.rows()[rows - 1] ?? '', /\S/, `${columns}x${rows} ${keys}`);
    }
  }
});

test('below 20x5 the reader says so and comes back', async t => {
  const { screen } = await openOnSite(t, 80, 24);
  const before = screen.text();
  await screen.resize(19, 5);
  assert.match(screen.text(), /窗口太小\n至少 20x5/);
  await screen.resize(12, 2);
  assert.match(screen.text(), /窗口太小/);
  await screen.resize(80, 24);
  assert.equal(screen.text(), before);
});

test('Ctrl-L draws every cell anew over whatever spoiled the screen', async t => {
  const { screen } = await openOnSite(t, 80, 24);
  const before = screen.text();
  screen.stdout.write('\x1b[5;5Hrubbish\x1b[10;70Hmore');
  await screen.settle();
  assert.notEqual(screen.text(), before);
  await screen.send('\x0c');
  assert.equal(screen.text(), before);
});

test('a cursor move writes less than a kilobyte', async t => {
  const { screen } = await openOnSite(t, 120, 40);
  await screen.send('\t');
  screen.taken();
  await screen.send('j');
  const bytes = Buffer.byteLength(screen.taken());
  assert.ok(bytes > 0 && bytes <= 1024, `${bytes} bytes`);
});

test('incremental frames show the same cells as a whole one', async t => {
  const { screen } = await openOnSite(t, 100, 30);
  for (const keys of ['j', '\t', 'j', ENTER, 'd', '\t', '\t', 'H', 'J', 'L', 'u', 'q', '?', 'j']) {
    await screen.send(keys);
    const incremental = screen.rows().map((_, row) => screen.cells(row));
    await screen.send('\x0c');
    assert.deepEqual(
      screen.rows().map((_, row) => screen.cells(row)),
      incremental,
      keys,
    );
  }
});

test('Ctrl-C ends the reader and Ctrl-C in a chunk too', async t => {
  const { screen, closed } = await openOnSite(t, 80, 24);
  await screen.send('jj\x03');
  await closed;
  assert.equal(screen.alternate(), false);
});

test('where ambiguous characters take two cells every row still fits', async t => {
  const { screen } = await openOnSite(t, 40, 15, { ambiguous: 2, lang: 'en' });
  for (const keys of ['', ENTER, ENTER, '\t', 'G', '?', '0']) {
    if (keys !== '') await screen.send(keys);
    for (const row of screen.rows()) assert.ok(textWidth(row, 2) <= 40, row);
  }
});

test('random keys and sizes raise no error, and a redraw after them changes no cell', async t => {
  const { screen } = await openOnSite(t, 80, 24);
  const keys = [
    'j',
    'k',
    ENTER,
    'h',
    'H',
    'L',
    'J',
    '\t',
    'n',
    'm',
    '*',
    ' ',
    'G',
    'g',
    '0',
    '?',
    '3',
  ];
  const sizes = [80, 24, 120, 40, 40, 15, 20, 5, 100, 30] as const;
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const cells = () => screen.rows().map((_, row) => screen.cells(row));
  for (let round = 0; round < 12; round += 1) {
    const pair = 2 * random(sizes.length / 2);
    await screen.resize(sizes[pair] ?? 80, sizes[pair + 1] ?? 24);
    for (let count = 0; count < 12; count += 1) screen.stdin.push(keys[random(keys.length)] ?? '');
    // A key without a meaning ends a notice or a count, as the redraw would.
    await screen.send('x', 'x');
    const incremental = cells();
    await screen.send('\x0c');
    assertSameRows(cells(), incremental, () => `round ${round}`);
  }
});
