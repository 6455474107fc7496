import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillPermalink, permalinkTemplate } from '../../source/library/permalink.ts';
import {
  decodePath,
  escapePath,
  prettySlug,
  slugify,
  titleFromSlug,
} from '../../source/library/slug.ts';

const parts = {
  categories: ['Big News', 'a b', 'big news'],
  slug: 'Some Title (x)',
  stem: '2022-01-02-Some Title (x)',
  path: 'deep/2022-01-02-Some Title (x)',
  outputEnding: '.html',
  clock: { year: 2022, month: 1, day: 2, hour: 3, minute: 4, second: 5, millisecond: 0 },
};

test('the named styles are those of Jekyll', () => {
  const url = (style: string) =>
    fillPermalink(permalinkTemplate(style), { ...parts, categories: ['c'] });
  assert.equal(url('date'), '/c/2022/01/02/Some-Title-(x).html');
  assert.equal(url('pretty'), '/c/2022/01/02/Some-Title-(x)/');
  assert.equal(url('ordinal'), '/c/2022/002/Some-Title-(x).html');
  assert.equal(url('none'), '/c/Some-Title-(x).html');
  assert.equal(url('weekdate'), '/c/2022/W52/Sun/Some-Title-(x).html');
});

test('every placeholder stands for what Jekyll puts there', () => {
  const cases = {
    '/:year-:month-:day-:hour:minute:second': '/2022-01-02-030405',
    '/:short_year/:i_month/:i_day/:y_day': '/22/1/2/002',
    '/:short_month/:long_month/:short_day/:long_day': '/Jan/January/Sun/Sunday',
    '/:w_year/:week/:w_day': '/2021/52/7',
    '/:categories/:slugified_categories': '/big%20news/a%20b/big-news/a-b',
    '/:slug/:name/:collection': '/some-title-x/2022-01-02-some-title-x/posts',
    '/:path:output_ext': '/deep/2022-01-02-Some%20Title%20(x).html',
    '/:month_:day': '/01_02',
    '/:unknown/:title': '/:unknown/Some-Title-(x)',
    'no/slash//twice/../up/./here': '/no/slash/twice/up/here',
  };
  for (const [template, url] of Object.entries(cases))
    assert.equal(fillPermalink(template, parts), url);
});

test('an undated post has a permalink without date', () => {
  assert.equal(
    fillPermalink(permalinkTemplate('date'), { ...parts, categories: [], clock: null }),
    '/Some-Title-(x).html',
  );
});

test('slugs keep letters and digits of every script', () => {
  assert.equal(slugify('新闻 & Café №5!'), '新闻-café-5');
  assert.equal(slugify('--a--b--'), 'a-b', 'runs become one hyphen, one is cut from either end');
  assert.equal(prettySlug("It's (new), v1.0 #1"), "It's-(new),-v1.0-1");
  assert.equal(titleFromSlug('hello-WORLD--x'), 'Hello World X');
});

test('a path is percent-encoded as Jekyll does, and decoded wherever that makes sense', () => {
  assert.equal(escapePath('日本 a%20[b]#c?d'), '%E6%97%A5%E6%9C%AC%20a%2520%5Bb%5D%23c?d');
  assert.equal(decodePath('/%E6%97%A5%20%zz%ff'), '/日 %zz%ff');
  assert.equal(decodePath('100%'), '100%');
});
