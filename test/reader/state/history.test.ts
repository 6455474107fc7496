import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  currentPlace,
  lastHome,
  moveInHistory,
  openerOf,
  pushPlace,
  replacePlace,
} from '../../../source/reader/state/history.ts';
import {
  type CategoryPlace,
  categoryView,
  firstHome,
  type HelpPlace,
  untouchedList,
} from '../../../source/reader/state/place.ts';

const start = { places: [firstHome], at: 0 };
const help: HelpPlace = { screen: 'help', from: 'home', top: 0, filter: '' };

function category(slug: string, stepped = false): CategoryPlace {
  return { screen: 'category', view: categoryView(slug), stepped, list: untouchedList };
}

test('back and forward give back the very place that was left', () => {
  const away = replacePlace(pushPlace(start, help), { ...help, top: 7 });
  const back = moveInHistory(away, -1);
  assert.equal(currentPlace(back), firstHome);
  assert.deepEqual(currentPlace(moveInHistory(back, 1)), { ...help, top: 7 });
});

test('going somewhere new forgets what lay ahead', () => {
  const back = moveInHistory(pushPlace(start, help), -1);
  const elsewhere = pushPlace(back, category('a'));
  assert.equal(elsewhere.places.length, 2);
  assert.equal(moveInHistory(elsewhere, 1), elsewhere);
});

test('history ends at its two ends', () => {
  assert.equal(moveInHistory(start, -1), start);
  assert.equal(moveInHistory(pushPlace(start, help), -9).at, 0);
});

test('what was reached by stepping from neighbours was opened from where the first was', () => {
  let history = pushPlace(start, category('a'));
  history = pushPlace(history, category('b', true));
  history = pushPlace(history, category('c', true));
  assert.equal(openerOf(history), 0);
  assert.equal(openerOf(start), -1);
});

test('home is remembered as it was last seen', () => {
  const seen = { ...firstHome, categories: { cursor: 3, top: 1, key: 'x' } };
  const history = pushPlace(replacePlace(start, seen), help);
  assert.equal(lastHome(history), seen);
});

test('history does not grow for ever', () => {
  let history = start as ReturnType<typeof pushPlace>;
  for (let index = 0; index < 1200; index += 1) history = pushPlace(history, help);
  assert.ok(history.places.length <= 500);
  assert.equal(history.at, history.places.length - 1);
});
