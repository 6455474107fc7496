import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Style } from '../../source/article/document.ts';
import type { Line, Segment } from '../../source/article/line.ts';
import { plainLine, styledLine } from '../../source/commands/styled-line.ts';

function line(...segments: readonly Partial<Segment>[]): Line {
  const whole = { text: '', style: 0, link: 0, role: 'text', start: 0 } as const;
  return { segments: segments.map(segment => ({ ...whole, ...segment })), start: 0, end: 0 };
}

test('a plain line has no styles and no blanks at its end', () => {
  const styled = line({ text: 'a', style: Style.bold }, { text: ' b  ', link: 1 });
  assert.equal(plainLine(styled), 'a b');
});

test('each piece is styled and reset by itself', () => {
  const styled = styledLine(
    line({ text: 'a', style: Style.bold | Style.italic }, { text: 'b' }),
    [],
  );
  assert.equal(styled, '\x1b[1;3ma\x1b[mb');
});

test('a link is underlined, and one hyperlink holds all its pieces', () => {
  const address = 'https://x.example/';
  const pieces = line(
    { text: 'see ' },
    { text: 'here', link: 1 },
    { text: '[1]', link: 1, role: 'number' },
    { text: '.' },
  );
  assert.equal(
    styledLine(pieces, [address]),
    `see \x1b]8;id=1;${address}\x1b\\\x1b[4mhere\x1b[m\x1b[2m[1]\x1b[m\x1b]8;;\x1b\\.`,
  );
});

test('a hyperlink ends with its row', () => {
  const styled = styledLine(line({ text: 'x', link: 2 }), ['', 'https://x.example/']);
  assert.ok(styled.endsWith('\x1b]8;;\x1b\\'));
});

test('a link without a safe address is underlined only', () => {
  assert.equal(styledLine(line({ text: 'x', link: 1 }), ['']), '\x1b[4mx\x1b[m');
});

test('blanks carry only styles that are seen on them', () => {
  const blanks = line({ text: '  ', role: 'border' }, { text: ' ', style: Style.underline });
  assert.equal(styledLine(blanks, []), '  \x1b[4m \x1b[m');
});
