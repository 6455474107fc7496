import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { layoutArticle } from '../../source/article/layout.ts';
import { textWidth } from '../../source/article/width.ts';
import { lineText, makeArticle, optionsFor, paragraph } from '../article/make-article.ts';
import { stressTexts } from '../article/stress-texts.ts';
import { root } from '../helpers/home.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';
import { type Accepted, accepted, REASONS, unprovable } from './wrap-accepted.ts';
import {
  articleOf,
  faultKinds,
  faultsOf,
  hasPython,
  judge,
  postFiles,
  type Verdict,
  type Work,
  worksOf,
} from './wrap-judge.ts';

const judges = sharedFolder('judges');
const corpora = sharedFolder('corpora');
const wrapcheck = join(judges ?? '', 'wrapcheck.py');
const skip = judges ? (hasPython() ? false : 'left out: no python3 here') : leftOut;

const widths = [20, 33, 40, 60, 72, 80, 120];
/** Every how many posts of a corpus are judged; all of them with KANBAO_ALL_POSTS. */
const every = process.env.KANBAO_ALL_POSTS ? 1 : 10;

/** How often a fault is accepted at a width, by what is written of the file. */
function limitOf(written: string, fault: string, width: number): number {
  const counts = written.split(', ').find(part => part.startsWith(`${fault} `)) ?? '';
  return Number(new RegExp(` ${width}:(\\d+)`).exec(counts)?.[1] ?? 0);
}

/**
 * Fails where a work has more faults than are accepted of its file, or one without proof that the
 * text leaves no other way.
 */
function expectNoFaults(verdicts: readonly Verdict[], files: Accepted, t: TestContext): void {
  let proven = 0;
  for (const verdict of verdicts) {
    const { name, width, samples, told } = verdict;
    const own = unprovable[name]?.faults ?? '';
    for (const fault of faultKinds) {
      const { all, unproven } = faultsOf(verdict, fault);
      const most = limitOf(files[name] ?? '', fault, width);
      const mostUnproven = limitOf(own, fault, width);
      proven += all - unproven;
      const what = `${name}: ${fault} at ${width}`;
      assert.ok(all <= most + mostUnproven, `${what}: ${all} > ${most}: ${samples[fault]?.[0]}`);
      const open = told[fault]?.filter(one => one.startsWith('UNPROVEN')) ?? samples[fault];
      assert.ok(unproven <= mostUnproven, `${what}: unproven: ${open?.[0]}`);
    }
  }
  t.diagnostic(`${verdicts.length} articles and widths judged, ${proven} faults proved the text's`);
}

test('our own posts are wrapped without fault at every width', { skip }, t => {
  const folder = join(root, 'posts');
  const works = postFiles(folder).flatMap(file => worksOf(join(folder, file), file, widths));
  assert.ok(works.length > 40 * widths.length);
  expectNoFaults(judge(wrapcheck, works), {}, t);
});

test('text of many scripts is wrapped without fault at every width', { skip }, t => {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const works = stressTexts.flatMap((text, index) =>
    widths.map((width): Work => {
      const layout = layoutArticle(makeArticle([paragraph(text)]), optionsFor(width));
      const lines = layout.lines(0, layout.count());
      const rendered = lines.map(lineText).join('\n');
      const rooms = lines.map(() => width);
      const source = `<p>${escaped(text)}</p>`;
      return { name: `${index}`, width, source, rendered, rooms, firsts: rooms, table: false };
    }),
  );
  expectNoFaults(judge(wrapcheck, works), {}, t);
});

test('every accepted fault has its reason, and its file is there', { skip }, () => {
  const there = new Set<string>();
  for (const [corpus, files] of Object.entries(accepted)) {
    const found = new Set(postFiles(join(corpora ?? '', corpus)));
    for (const file of found) there.add(file);
    for (const [file, written] of Object.entries(files)) {
      assert.ok(found.has(file), file);
      for (const [, fault = ''] of written.matchAll(/([a-z_]+) /g)) {
        assert.ok(REASONS[fault] !== undefined, fault);
      }
    }
  }
  for (const [file, { reason }] of Object.entries(unprovable)) {
    assert.ok(there.has(file) && reason !== '', file);
  }
});

for (const [corpus, files] of Object.entries(accepted)) {
  test(`${corpus}: posts are wrapped with no fault but where their text leaves no other way`, {
    skip,
  }, t => {
    const folder = join(corpora ?? '', corpus);
    const works = postFiles(folder)
      .filter((_, index) => index % every === 0)
      .flatMap(file => worksOf(join(folder, file), file, widths));
    expectNoFaults(judge(wrapcheck, works), files, t);
  });
}

/** The Chinese paragraphs of our own posts: most of them Han, no kana, no URL. */
function chineseParagraphs(): string[] {
  const folder = join(root, 'posts/_posts');
  const isChinese = (text: string) =>
    (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length * 0.6 &&
    !/[\u3040-\u30ff]|:\/\//.test(text);
  return postFiles(folder)
    .flatMap(file => articleOf(join(folder, file)).blocks)
    .flatMap(block => (block.kind === 'paragraph' ? block.leaf.text.split('\n') : []))
    .filter(isChinese);
}

test('Chinese paragraphs leave at most 0.75 cells of a row unused, in the mean, at 40 to 80', t => {
  const article = makeArticle(chineseParagraphs().map(text => paragraph(text)));
  for (const width of [40, 50, 60, 72, 80]) {
    const layout = layoutArticle(article, optionsFor(width));
    const rows = layout.lines(0, layout.count()).map(lineText);
    const full = rows.filter((row, index) => row !== '' && (rows[index + 1] ?? '') !== '');
    const unused = full.reduce((sum, row) => sum + width - textWidth(row), 0);
    t.diagnostic(`${(unused / full.length).toFixed(2)} at ${width}, ${full.length} rows`);
    assert.ok(full.length > 300 && unused / full.length <= 0.75, `${width}`);
  }
});
