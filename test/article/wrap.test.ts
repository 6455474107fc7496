import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clusterEnd } from '../../source/article/graphemes.ts';
import { textWidth } from '../../source/article/width.ts';
import { paragraph, rows } from './make-article.ts';
import { stressTexts } from './stress-texts.ts';

function wrap(text: string, width: number): string[] {
  return rows([paragraph(text)], width);
}

const widths = Array.from({ length: 60 }, (_, index) => index + 1);

test('no row is wider than asked, at any width that holds the widest cluster', () => {
  for (const text of stressTexts) {
    for (const width of widths) {
      for (const row of wrap(text, width)) {
        const isOneCluster = clusterEnd(row, 0) === row.length;
        assert.ok(textWidth(row) <= width || isOneCluster, `${width}: ${row}`);
      }
    }
  }
});

test('no character is lost, added or moved', () => {
  const bare = (text: string) => text.replace(/[\s\u00ad\u200b\u2060]/g, '');
  for (const text of stressTexts) {
    for (const width of widths) {
      const found = bare(wrap(text, width).join(''));
      assert.equal(found.replaceAll('-', ''), bare(text).replaceAll('-', ''));
    }
  }
});

test('no cluster is torn apart', () => {
  for (const text of stressTexts) {
    const ends = new Set<number>();
    const bare = text.replace(/\s/g, '');
    for (let at = 0; at < bare.length; at = clusterEnd(bare, at)) ends.add(at);
    for (const width of widths) {
      let at = 0;
      if (/[\u00ad\u200b\u2060]/.test(text)) continue;
      for (const row of wrap(text, width)) {
        assert.ok(ends.has(at), `${width}: ${row}`);
        at += row.replace(/\s/g, '').length;
      }
    }
  }
});

test('no row starts or ends with what must not stand there, from 20 cells', () => {
  for (const text of stressTexts) {
    for (const width of widths.filter(one => one >= 20)) {
      for (const [index, row] of wrap(text, width).entries()) {
        if (index > 0) assert.doesNotMatch(row, /^[，。、；：？！）》」』】〉”’…—·ーっゃゅょ々％]/);
        assert.doesNotMatch(row, /[（《「『【〈“‘]$/);
      }
    }
  }
});

test('—— and …… stay whole', () => {
  for (const width of [8, 9, 10, 11, 12, 13]) {
    for (const row of wrap('春夏秋——冬……梅兰竹——菊……东南西——北……', width)) {
      assert.doesNotMatch(row, /^[—…]|[^—]—$|[^…]…$/);
    }
  }
});

test('Latin words and numbers stay whole inside Chinese', () => {
  assert.deepEqual(wrap('东部地区的出口额达到2,000.50万美元了', 20), [
    '东部地区的出口额达到',
    '2,000.50万美元了',
  ]);
  assert.deepEqual(wrap('这是由阿里巴巴的JavaScript', 20), ['这是由阿里巴巴的', 'JavaScript']);
});

test('full width words and numbers stay whole', () => {
  assert.deepEqual(wrap('二二年的价格是１２３４元', 16), ['二二年的价格是', '１２３４元']);
});

test('East Asian text breaks outside curly quotes around Latin words', () => {
  assert.deepEqual(wrap('他大声喊叫“Hello”，她', 14), ['他大声喊叫', '“Hello”，她']);
});

test('a word after a sign keeps it: .profile, :name, -v', () => {
  assert.deepEqual(wrap('edit your .profile', 10), ['edit your', '.profile']);
  assert.deepEqual(wrap('they run it -v', 12), ['they run', 'it -v']);
});

test('a paragraph does not end in a row of one character', () => {
  assert.deepEqual(wrap('一二三四五六七八九十一', 20), ['一二三四五六七八九', '十一']);
  assert.deepEqual(wrap('一二三四五六七八九十。', 20), ['一二三四五六七八', '九十。']);
  for (let length = 12; length < 80; length++) {
    const last = wrap(`${'字'.repeat(length)}。`, 20).at(-1) ?? '';
    assert.ok(last.length > 2, last);
  }
});

test('a long paragraph has no such row either', () => {
  for (let length = 12_000; length < 12_021; length++) {
    const last = wrap('字'.repeat(length), 40).at(-1) ?? '';
    assert.ok(last.length > 1, `${length}: ${last}`);
  }
});

test('rows are as even as they can be', () => {
  assert.deepEqual(wrap('aaa bb cc ddddd', 6), ['aaa', 'bb cc', 'ddddd']);
});

test('a word wider than the row is cut into even parts', () => {
  assert.deepEqual(
    wrap('x'.repeat(120), 50).map(row => row.length),
    [40, 40, 40],
  );
  const joined = wrap('Donaudampfschiffahrtsgesellschaft', 12);
  assert.deepEqual(
    joined.map(row => row.length),
    [11, 11, 11],
  );
});

test('a word wider than the row is cut at its signs first', () => {
  assert.deepEqual(wrap('document.getElementById("main-content")', 24), [
    'document.getElementById',
    '("main-content")',
  ]);
});

test('a word that fits stays whole though the signs beside it do not fit with it', () => {
  assert.deepEqual(wrap('llvm::raw_svector_ostream', 20), ['llvm::', 'raw_svector_ostream']);
  assert.deepEqual(wrap('"one,two,three".lazy.split', 20), ['"one,two,three".', 'lazy.split']);
  assert.deepEqual(wrap('say("firefox.geckodev.org")', 22), ['say("', 'firefox.geckodev.org")']);
  assert.deepEqual(wrap('see Reckless/Inadvertent — the team', 20), [
    'see',
    'Reckless/Inadvertent',
    '— the team',
  ]);
});

test('a word that no row holds is cut before its capitals', () => {
  assert.deepEqual(wrap('NSAttributedStringDocumentType', 20), [
    'NSAttributedString',
    'DocumentType',
  ]);
});

test('an arrow stays whole', () => {
  assert.deepEqual(wrap('auto at = Struct->getFieldOffsets()', 19), [
    'auto at = Struct->',
    'getFieldOffsets()',
  ]);
});

test('rather than that brackets stand alone a word is cut that no row holds', () => {
  assert.deepEqual(wrap('name = field.getMangledTypeName(0);', 20), [
    'name = field.get',
    'MangledTypeName(0);',
  ]);
});

test('a URL breaks after / ? & =, never after ://', () => {
  const [first = '', ...others] = wrap('https://example.com/one/two?three=four&five=six', 20);
  assert.equal(first, 'https://example.com/');
  for (const row of [first, ...others].slice(0, -1)) assert.match(row, /[/?&=]$/);
  for (let width = 10; width < 60; width++) {
    for (const row of wrap('看https://example.com/path/page.html', width)) {
      assert.doesNotMatch(row, /:\/?\/?$/);
    }
  }
});

test('soft hyphens show only where a word is cut', () => {
  assert.deepEqual(wrap('hy\u00adphen\u00ada\u00adtion', 20), ['hyphenation']);
  assert.deepEqual(wrap('hyphen\u00adation', 9), ['hyphen-', 'ation']);
});

test('zero width spaces, joiners of words and byte order marks are not printed', () => {
  assert.deepEqual(wrap('a\u200bb\u2060c\ufeffd', 20), ['abcd']);
});

test('Thai breaks at words', () => {
  const words = ['ภาษา', 'ไทย', 'ไม่', 'มี', 'ช่อง', 'ว่าง'];
  const ends = words.map((_, index) => words.slice(0, index + 1).join(''));
  const found = wrap(words.join(''), 6);
  for (const index of found.keys()) {
    const upToHere = found.slice(0, index + 1).join('');
    assert.ok(ends.includes(upToHere), upToHere);
  }
});

test('blanks at the end of a row and of a paragraph are dropped', () => {
  for (const row of wrap('one  two\u3000\u3000three \u00a0 four \u00a0', 6))
    assert.equal(row, row.trimEnd());
});

test('hanging stops may stand up to two cells in the margin, and only if asked', () => {
  const text = '一二三四五，六七八九十。';
  assert.deepEqual(rows([paragraph(text)], 10, { hang: true }), ['一二三四五，', '六七八九十。']);
  assert.ok(rows([paragraph(text)], 10).every(row => textWidth(row) <= 10));
});

test('ambiguous characters are counted as asked', () => {
  for (const row of rows([paragraph('“一”—“二”…“三”·“四”')], 10, { ambiguous: 2 })) {
    assert.ok(textWidth(row, 2) <= 10, row);
  }
});
