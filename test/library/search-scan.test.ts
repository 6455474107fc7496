import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldText, unfoldRange } from '../../source/library/fold.ts';
import { mayHold } from '../../source/library/may-hold.ts';
import { readPostArticle } from '../../source/library/post-article.ts';
import { readPost } from '../../source/library/read-post.ts';
import { type SearchOptions, searchLibrary } from '../../source/library/search-scan.ts';
import { allPosts, type Files, loadFiles, postFile } from './site-folder.ts';

const FILES: Files = {
  '_posts/2022-01-01-a.md': postFile('title: 潮汐表怎么读', '潮水涨落，<b>港</b>口的人天天看。'),
  '_posts/2022-01-02-b.md': postFile('title: 港口', '海<em>港</em>晨报：ＧＤＰ 增长。'),
  '_posts/2022-01-03-c.md': postFile(
    'title: Tea',
    'Tea of the caf&eacute;, &#28207;&#21475; and {{ page.title }}.',
  ),
  '_posts/2022-01-04-d.html': postFile(
    'title: Hidden',
    '<p>seen</p><p style="display:none">港口</p><!-- 港口 -->',
  ),
  '_posts/2022-01-05-e.md': postFile('title: GDP, gdp', '无'),
};

async function search(
  t: Parameters<typeof loadFiles>[0],
  words: readonly string[],
  options?: SearchOptions,
) {
  const hits: string[] = [];
  for await (const { post, where } of searchLibrary(await loadFiles(t, FILES), words, options)) {
    hits.push(`${post.id.slice(-1)} ${where}`);
  }
  return hits;
}

test('title hits come first, then newest; all words must occur in title or text', async t => {
  assert.deepEqual(await search(t, ['港口']), ['b title', 'c body', 'a body']);
  assert.deepEqual(await search(t, ['港口', '晨报']), ['b body']);
  assert.deepEqual(await search(t, ['潮', '港']), ['a body']);
  assert.deepEqual(await search(t, ['港口', 'nothing']), []);
  assert.deepEqual(await search(t, []), []);
  assert.deepEqual(await search(t, ['  ']), []);
});

test('case and width do not count, words are found across markup and in entities, not in hidden text', async t => {
  assert.deepEqual(await search(t, ['gdp']), ['e title', 'b body']);
  assert.deepEqual(await search(t, ['ＧＤＰ']), ['e title', 'b body']);
  assert.deepEqual(await search(t, ['海港']), ['b body']);
  assert.deepEqual(await search(t, ['CAFÉ']), ['c body']);
});

test('a limit and a query narrow the search', async t => {
  assert.deepEqual(await search(t, ['港口'], { limit: 2 }), ['b title', 'c body']);
  assert.deepEqual(await search(t, ['港口'], { query: { until: '2022-01-02' } }), [
    'b title',
    'a body',
  ]);
  assert.deepEqual(await search(t, ['港口'], { limit: 0 }), []);
});

test('a snippet is one clean line around the word, cut with an ellipsis where more follows', async t => {
  const library = await loadFiles(t, {
    '_posts/2022-01-01-a.md': postFile('title: a', `${'前'.repeat(100)}海\n港${'后'.repeat(100)}`),
    '_posts/2022-01-02-b.md': postFile('title: 海港', 'short\n\nline'),
  });
  const snippets: string[] = [];
  for await (const { snippet } of searchLibrary(library, ['海港'])) snippets.push(snippet);
  assert.deepEqual(snippets, ['short line', `…${'前'.repeat(40)}海港${'后'.repeat(40)}…`]);
});

test('a snippet that is cut off begins neither inside a word or number nor with what closes a sentence', async t => {
  const start = async (before: string) => {
    const text = `${'前'.repeat(60)}${before}港`;
    const library = await loadFiles(t, { '_posts/2022-01-01-a.md': postFile('title: a', text) });
    for await (const { snippet, match } of searchLibrary(library, ['港'])) {
      assert.equal(snippet.slice(...match), '港');
      return snippet.slice(0, 6);
    }
    return null;
  };
  const fill = (lead: string) => `${lead}${'中'.repeat(40 - lead.length)}`;
  assert.equal(await start(fill('、中')), '…中中中中中');
  assert.equal(await start(fill('。” 《中')), '…《中中中中');
  assert.equal(await start(`07${fill(':06，中')}`), '…中中中中中');
  assert.equal(await start(`har${fill('bour 中')}`), '…中中中中中');
  assert.equal(await start(`a ${fill('word 中')}`), '…word ');
  assert.equal(await start('x'.repeat(100)), `…${'x'.repeat(5)}`, 'a long one is cut all the same');
});

test('the search finds exactly the posts whose words hold what is sought', async t => {
  const library = await loadFiles(t, FILES);
  const words = [
    '港',
    '口',
    '港口',
    'gdp',
    'tea',
    'é',
    'café',
    'e',
    '涨落，港',
    '。',
    '1',
    'the caf',
    'hidden',
    'seen',
    'page',
  ];
  for (const word of words) {
    const found: string[] = [];
    for await (const { post } of searchLibrary(library, [word])) found.push(post.id);
    const expected = allPosts(library).filter(post =>
      foldText(`${post.title}\n${readPostArticle(library, post).text}`).includes(foldText(word)),
    );
    assert.deepEqual(found.sort(), expected.map(({ id }) => id).sort(), word);
  }
});

test('a body is passed over only where its article cannot hold the words', async t => {
  const bodies = [
    '台**风**来了',
    '台<span hidden>湾</span>风',
    '台\n风',
    '台[^1]风',
    '台`风`',
    '&#21488;风',
    '\u{2f81a}台風',
    'か\u3099く',
    'か<b>く</b>',
    'ﬁ<i>n</i>e',
    '5<sup>G</sup>网',
    'x&frac12;y',
    'A&amp;B',
    'T<b>E</b>A time',
    '{{ page.title }}',
    'end.[^1]\n\n[^1]: note',
    '1. one\n1. two',
    '<ol type="i"><li>one</li><li>two</li></ol>',
  ];
  const words =
    '台风 台 风来 が がく かく fine 5g网 g网 tea a&b 12 ½ time timex 台湾 冬 end.1 2. ii'.split(
      ' ',
    );
  const files = bodies.flatMap((body, at) =>
    ['md', 'html'].map(ending => [
      `_posts/2022-01-${at + 10}-${ending}.${ending}`,
      postFile('title: x', body),
    ]),
  );
  const library = await loadFiles(t, Object.fromEntries(files));
  let held = 0;
  for (const post of allPosts(library)) {
    const text = foldText(readPostArticle(library, post).text);
    const { body } = readPost(post);
    for (const word of words.map(foldText)) {
      if (!text.includes(word)) continue;
      held++;
      assert.ok(mayHold(body, [word]), `${word} in ${body}: ${text}`);
    }
  }
  assert.ok(held > 2 * bodies.length, `${held} words are held`);
  assert.equal(mayHold('台湾有风', ['台风']), false);
  assert.equal(mayHold('the fig&nbsp;tree', ['fit']), false);
});

test('everything that folds to Han or kana is known to: NFKC', () => {
  for (let code = 0x80; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    const folded = foldText(character);
    if (
      folded === character ||
      !/[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff]/.test(folded)
    )
      continue;
    assert.ok(mayHold(`冬${character}`, [folded]), code.toString(16));
  }
});

test('a place in folded text is found again in the text it was made of', () => {
  const text = 'Ａ  ㌔é\u0301x';
  const folded = foldText(text);
  const at = folded.indexOf('キロ');
  assert.deepEqual(unfoldRange(text, at, at + 2), [3, 4]);
  const x = folded.indexOf('x');
  const [start, end] = unfoldRange(text, x, x + 1);
  assert.equal(text.slice(start, end), 'x');
});
