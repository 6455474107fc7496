/** Random keys, pastes, clicks and sizes for the reader; the same for the same seed. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { DIGIT_MILLISECONDS } from '../../source/reader/store.ts';
import { randomFrom } from '../bench/corpus.ts';
import { type OpenNewspaper, openNewspaper } from '../helpers/newspaper.ts';
import { assertSameRows } from '../helpers/same-rows.ts';

const SIZES = ['80x24', '120x40', '40x15', '20x5', '200x60', '300x100', '100x30', '99x9', '19x4'];

/** Everything a keyboard sends but what quits (Q, ^C) or stops the process (^Z); see `chunk`. */
const KEYS = [
  ...'abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789/?&*#=+-.|"\'()（茶泉の',
  ...['\r', '\r', '\r', '\x1b', '\x1b', '\t', '\t', '\x1b[Z', ' ', ' ', '\x7f', '\x0c'],
  ...['\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D', '\x1b[5~', '\x1b[6~', '\x1b[H', '\x1b[F', '\x1b[3~'],
  ...['\x01', '\x02', '\x04', '\x05', '\x06', '\x0b', '\x0e', '\x10', '\x15', '\x17'],
  ...[
    '\x1b[200~铁观音\n\x1b]0;x\x07\x1b[201~',
    '\x1b[1;5C',
    '\x1bOP',
    '\x1bj',
    '👩‍👩‍👧',
    'e\u0301',
  ],
  ...['j', 'j', 'k', 'n', 'm', 'J', 'H', 'L', 'G', 'g', 'h', 'F', 'u'],
];

const GOES_ON = /正在|(?:search|load|read|runn|count)ing/i;

function failureOf({ screen }: OpenNewspaper): string {
  return /This screen failed:|本页出错：/.test(screen.text()) ? screen.text() : '';
}

/**
 * Presses `count` keys on the reader over `posts/`, with resizes among them.
 *
 * After every hundred or so, what was drawn piece by piece must be what a whole drawing shows, no
 * row may reach beyond the screen, and no screen may have failed; an assertion tells where else.
 * Nothing of this machine is started or written, if the current folder is an empty one.
 */
export async function pressRandomKeys(seed: number, count: number): Promise<void> {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick');
    return item;
  };
  const lang = pick(['en', 'zh'] as const);
  let pressed: string[] = [];
  const open = () => openNewspaper(80, 24, { lang });
  let reader = await open();
  let digitAt = Number.NEGATIVE_INFINITY;
  const where = (): string =>
    `seed ${seed}, after ${JSON.stringify(pressed.slice(-60).join(''))}\n${reader.screen.text()}`;

  const check = async (): Promise<void> => {
    const { screen } = reader;
    // A digit alone follows its link only then.
    await sleep(Math.max(0, digitAt + DIGIT_MILLISECONDS - performance.now()));
    // What still goes on would change the screen between two looks at it.
    for (let look = 0; look < 20; look += 1) {
      await screen.settle();
      if (!GOES_ON.test(screen.text())) break;
    }
    assert.equal(failureOf(reader), '', where());
    assert.deepEqual(screen.overflowing(), [], where());
    const cells = () => screen.rows().map((_, row) => screen.cells(row));
    const incremental = cells();
    screen.stdout.emit('resize');
    await screen.settle();
    assertSameRows(cells(), incremental, where);
    // The key takes a notice back, so that the last row may change once.
    await screen.send('\x0c');
    assertSameRows(cells().slice(0, -1), incremental.slice(0, -1), where);
  };

  for (let done = 0; done < count; ) {
    if (random() < 0.08) {
      const [columns = 80, rows = 24] = pick(SIZES).split('x').map(Number);
      pressed.push(`<${columns}x${rows}>`);
      await reader.screen.resize(columns, rows);
    }
    const size = random() < 0.5 ? 1 : 1 + Math.floor(random() * 20);
    const chunk = Array.from({ length: size }, () =>
      random() < 0.05
        ? `\x1b[<${pick([0, 64, 65])};${1 + Math.floor(random() * 80)};${1 + Math.floor(random() * 24)}M`
        : pick(KEYS),
    );
    if (random() < 0.06) {
      // By itself for a moment, else it makes an Alt key of what follows.
      pressed.push('\x1b ');
      reader.screen.stdin.push('\x1b');
      await sleep(25);
    }
    pressed.push(...chunk);
    done += chunk.length;
    reader.screen.stdin.push(chunk.join(''));
    // As a terminal does, the next chunk comes in a later turn of the loop.
    await sleep(2);
    if (chunk.some(key => /^[1-9]$/.test(key))) digitAt = performance.now();
    if (!reader.screen.alternate()) {
      await reader.close();
      pressed = [];
      reader = await open();
    }
    if (random() < 0.04) await check();
  }
  await check();
  await reader.close();
  assert.equal(reader.screen.alternate(), false);
  assert.equal(reader.screen.cursorHidden(), false);
  assert.equal(reader.screen.raw(), false);
}
