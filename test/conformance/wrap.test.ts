import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { layoutArticle } from '../../source/article/layout.ts';
import { textWidth } from '../../source/article/width.ts';
import { lineText, makeArticle, optionsFor, paragraph } from '../article/make-article.ts';
import { stressTexts } from '../article/stress-texts.ts';
import { root } from '../helpers/home.ts';
import { leftOut, sharedFolder } from '../helpers/shared.ts';
import { type Accepted, acceptedInCode, acceptedInProse } from './wrap-accepted.ts';
import {
  articleOf,
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
const faults = [
  ...['over', 'bad_start', 'bad_end', 'strict', 'split_pair', 'broken', 'cluster'],
  ...['cjk_gap', 'missing', 'merged', 'glued', 'runts', 'trail'],
];
/** Every how many posts of a corpus are judged; all of them with KANBAO_ALL_POSTS. */
const everyProse = process.env.KANBAO_ALL_POSTS ? 1 : 10;
const everyCode = process.env.KANBAO_ALL_POSTS ? 1 : 20;

function faultsOf({ counts, table }: Verdict, fault: string): number {
  if (fault === 'merged' && table) return 0;
  return counts[fault === 'missing' && table ? 'missing_set' : fault] ?? 0;
}

function expectNoFaults(verdicts: readonly Verdict[], accepted: Accepted, t: TestContext): void {
  for (const fault of faults) {
    for (const width of widths) {
      const found = verdicts.filter(one => one.width === width && faultsOf(one, fault) > 0);
      const count = found.reduce((sum, one) => sum + faultsOf(one, fault), 0);
      const limit = accepted[fault]?.[width] ?? 0;
      const samples = found.slice(0, 3).map(one => `${one.name}: ${one.samples[fault]?.[0]}`);
      assert.ok(count <= limit, `${fault} at ${width}: ${count} > ${limit}\n${samples.join('\n')}`);
    }
  }
  t.diagnostic(`${verdicts.length} articles and widths judged`);
}

test('our own posts are wrapped without fault at every width', { skip }, t => {
  const folder = join(root, 'posts');
  const works = postFiles(folder).flatMap(file => worksOf(join(folder, file), file, widths, true));
  assert.ok(works.length > 40 * widths.length);
  expectNoFaults(judge(wrapcheck, works), {}, t);
});

test('text of many scripts is wrapped without fault at every width', { skip }, t => {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const works = stressTexts.flatMap((text, index) =>
    widths.map((width): Work => {
      const layout = layoutArticle(makeArticle([paragraph(text)]), optionsFor(width));
      const rendered = layout.lines(0, layout.count()).map(lineText).join('\n');
      const source = `<p>${escaped(text)}</p>`;
      return { name: `${index}`, width, source, rendered, table: false };
    }),
  );
  expectNoFaults(judge(wrapcheck, works), {}, t);
});

for (const [kind, accepted, every] of [
  ['prose', acceptedInProse, everyProse],
  ['prose and code', acceptedInCode, everyCode],
] as const) {
  for (const [corpus, limits] of Object.entries(accepted)) {
    test(`${corpus}: ${kind} is wrapped with no fault but where it cannot be helped`, {
      skip,
    }, t => {
      const folder = join(corpora ?? '', corpus);
      const files = postFiles(folder).filter((_, index) => index % every === 0);
      const works = files.flatMap(file =>
        worksOf(join(folder, file), file, widths, kind !== 'prose'),
      );
      expectNoFaults(judge(wrapcheck, works), limits, t);
    });
  }
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
