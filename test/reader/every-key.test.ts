import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Action, ScreenName } from '../../source/reader/keys/actions.ts';
import { bindings } from '../../source/reader/keys/bindings.ts';
import { createKeymap } from '../../source/reader/keys/keymap.ts';
import { keyBytes } from '../helpers/key-bytes.ts';
import { openOnSite, type Running } from './site.ts';

const ENTER = '\r';
const ESC = '\x1b';

/** What is pressed from home, or waited for, to stand on a screen where every key has something to do. */
const ways: Readonly<Record<ScreenName, readonly (string | RegExp)[]>> = {
  home: ['j'],
  category: ['j', ENTER, 'j'],
  search: ['/', '渔港', /^Search: 渔港 [\s\S]*渔港的清晨/, ENTER, 'h'],
  article: ['j', ENTER, 'j', 'j', ENTER, '4j'],
  help: ['?', 'j'],
  pager: ['j', ENTER, 'jj', '|', 'cat -n; seq 60', ENTER],
  prompt: ['j', ENTER, '&', '清晨 x'],
  finder: ['c', '港'],
  sort: ['j', ENTER, 's'],
  hints: ['j', ENTER, ENTER, 'G', 'F'],
  confirm: [
    'j',
    ENTER,
    ENTER,
    'w',
    '\x15',
    'there.txt',
    ENTER,
    '\x01',
    'w',
    '\x15',
    'there.txt',
    ENTER,
  ],
};

type Seen = Running & {
  readonly before: string;
  readonly text: string;
  readonly status: string;
  /** Text of the inverse cells, row by row. */
  readonly chosen: string;
  readonly written: string;
};

type Expected = RegExp | ((seen: Seen) => void | Promise<void>);

const changed = ({ text, before }: Seen): void => assert.notEqual(text, before);
const ends = async ({ closed }: Seen): Promise<void> => closed;
const chooses =
  (what: RegExp): Expected =>
  ({ chosen }) =>
    assert.match(chosen, what);
const says =
  (what: RegExp): Expected =>
  ({ status }) =>
    assert.match(status, what);
const copies =
  (what: RegExp): Expected =>
  ({ written }) => {
    const [, data = ''] = /\x1b\]52;c;([^\x07]*)\x07/.exec(written) ?? [];
    assert.match(Buffer.from(data, 'base64').toString(), what);
  };
const home = /^小港日报/;

/** What must be seen after the first key of an action on a screen. */
const expected: Partial<Record<`${ScreenName} ${Action}`, Expected>> = {
  'home open': /^港口晨报 .*3 posts/,
  'home switch-pane': chooses(/渔港的清晨/),
  'home down': chooses(/城市交通/),
  'home up': chooses(/All posts/),
  'home page-down': chooses(/泉州晚报新闻/),
  'home page-up': chooses(/All posts/),
  'home half-down': chooses(/泉州晚报新闻|城市交通/),
  'home half-up': chooses(/All posts/),
  'home first': chooses(/All posts/),
  'home last': chooses(/泉州晚报新闻/),
  'home back': chooses(/港口晨报/),
  'home escape': chooses(/港口晨报/),
  'home history-back': says(/Nothing further back/),
  'home history-forward': says(/Nothing further forward/),
  'home next-sibling': chooses(/城市交通/),
  'home previous-sibling': chooses(/All posts/),
  'home next-unread': chooses(/城市交通/),
  'home previous-unread': chooses(/All posts/),
  'home pick-category': /^Category: .*4\n[\s\S]*港口晨报 +3/,
  'home pick-tag': /^Tag: .*3\n[\s\S]*#港口晨报 +3/,
  'home search': /^Search:\n[\s\S]*Words that titles or bodies hold/,
  'home filter': says(/^Filter:$/),
  'home sort': says(/^Sort +d date +t title +c category/),
  'home reverse': changedOrder('home'),
  'home toggle-read': says(/Choose a post first/),
  'home mark-all-read': says(/3 marked read; U takes it back/),
  'home toggle-star': says(/Choose a post first/),
  'home undo': says(/Nothing to take back/),
  'home browse': says(/Choose a post first/),
  'home copy-address': says(/Choose a post first/),
  'home copy-text': says(/Choose a post first/),
  'home pipe': says(/Choose a post first/),
  'home edit': says(/Choose a post first/),
  'home write': says(/Choose a post first/),
  'home layout': chooses(/港口晨报/),
  'home narrower': chooses(/港口晨报/),
  'home wider': chooses(/港口晨报/),
  'home help': /^Keys\n/,
  'home quit': ends,

  'category open': /^\s+补网的人\n/,
  'category down': chooses(/三月的雨量/),
  'category up': chooses(/渔港的清晨/),
  'category page-down': chooses(/三月的雨量/),
  'category page-up': chooses(/渔港的清晨/),
  'category half-down': chooses(/三月的雨量/),
  'category half-up': chooses(/渔港的清晨/),
  'category first': chooses(/渔港的清晨/),
  'category last': chooses(/三月的雨量/),
  'category back': home,
  'category escape': home,
  'category history-back': home,
  'category history-forward': says(/Nothing further forward/),
  'category next-sibling': /^城市交通/,
  'category previous-sibling': /^All posts/,
  'category next-unread': chooses(/三月的雨量/),
  'category previous-unread': chooses(/渔港的清晨/),
  'category go-home': home,
  'category pick-category': /^Category: /,
  'category pick-tag': /^Tag: /,
  'category search': /^Search:/,
  'category filter': says(/^Filter: /),
  'category sort': says(/^Sort/),
  'category reverse': changedOrder('category'),
  'category toggle-read': /3 posts, 2 unread[\s\S]*› {3}补网的人/,
  'category mark-all-read': /3 posts, 0 unread/,
  'category toggle-star': /›\*• 补网的人/,
  'category undo': says(/Nothing to take back/),
  'category browse': says(/Opened: https:\/\/kanbao\.example\/gangkou\/2022\/03\/10\/net\.html/),
  'category copy-address': copies(/^https:\/\/kanbao\.example\/gangkou\/2022\/03\/10\/net\.html$/),
  'category copy-text': copies(/^补网的人\n\n第1段。/),
  'category pipe': says(/^Pipe to: /),
  'category edit': changedNothing,
  'category write': says(/^Write to: 2022-03-10-net\.txt/),
  'category help': /^Keys\n/,
  'category close': home,
  'category quit': ends,

  'search open': /渔港里停着四十多条船/,
  'search switch-pane': says(/Enter open/),
  'search down': chooses(/^›/),
  'search up': chooses(/渔港的清晨/),
  'search page-down': chooses(/^›/),
  'search page-up': chooses(/渔港的清晨/),
  'search half-down': chooses(/^›/),
  'search half-up': chooses(/渔港的清晨/),
  'search first': chooses(/渔港的清晨/),
  'search last': chooses(/^›/),
  'search back': home,
  'search escape': home,
  'search history-back': home,
  'search history-forward': /渔港里停着四十多条船/,
  'search next-sibling': chooses(/渔港的清晨/),
  'search previous-sibling': chooses(/渔港的清晨/),
  'search next-unread': chooses(/^›/),
  'search previous-unread': chooses(/渔港的清晨/),
  'search go-home': home,
  'search pick-category': /^Category: /,
  'search pick-tag': /^Tag: /,
  'search search': says(/Enter open/),
  'search toggle-read': /› • 渔港的清晨/,
  'search mark-all-read': says(/marked read|All is read/),
  'search toggle-star': /›\* {2}渔港的清晨/,
  'search undo': says(/One mark taken back/),
  'search browse': says(/Opened: https:/),
  'search copy-address': copies(/^https:.*dawn\.html$/),
  'search copy-text': copies(/^渔港的清晨/),
  'search pipe': says(/^Pipe to: /),
  'search edit': changedNothing,
  'search write': says(/^Write to: 2022-03-12-dawn\.txt/),
  'search help': /^Keys\n/,
  'search close': home,
  'search quit': ends,

  'article open': says(/No link in focus/),
  'article next-link': says(/^\[1\] category 港口晨报/),
  'article previous-link': changed,
  'article follow-number': /^港口晨报/,
  'article hints': says(/Type the letters|No links on this page/),
  'article links':
    /^Link: .*2\n[\s\S]*\[1\] 返回港口晨报 +category 港口晨报\n[\s\S]*\[2\] 返回首页 +home/,
  'article headings': says(/No headings here/),
  'article resume': says(/Reading has not stopped/),
  'article down': says(/%/),
  'article up': changedUnlessShort,
  'article page-on': /^\s+三月的雨量|^\s+渔港/,
  'article page-down': says(/100%/),
  'article page-up': /^\n/,
  'article half-down': says(/100%/),
  'article half-up': /^\n/,
  'article first': /^\n/,
  'article last': says(/100%/),
  'article back': /^港口晨报/,
  'article escape': /^港口晨报/,
  'article history-back': /^港口晨报/,
  'article history-forward': says(/Nothing further forward/),
  'article next-sibling': says(/The last post of the list/),
  'article previous-sibling': /^\s+补网的人\n/,
  'article next-unread': says(/Nothing unread further down/),
  'article previous-unread': /^\s+补网的人\n/,
  'article go-home': home,
  'article pick-category': /^Category: /,
  'article pick-tag': /^Tag: /,
  'article search': says(/^Find: /),
  'article toggle-read': changedNothing,
  'article mark-all-read': says(/2 marked read/),
  'article toggle-star': changedNothing,
  'article undo': says(/One mark taken back/),
  'article browse': says(/Opened: https:\/\/kanbao\.example\/gangkou\/2022\/03\/08\/rain\.html/),
  'article copy-address': copies(/^https:.*rain\.html$/),
  'article copy-text': copies(/^三月的雨量\n\n第1段。/),
  'article pipe': says(/^Pipe to: /),
  'article edit': changedNothing,
  'article write': says(/^Write to: 2022-03-08-rain\.txt/),
  'article layout': says(/Links without numbers/),
  'article narrower': says(/68 columns/),
  'article wider': says(/76 columns/),
  'article help': /^Keys\n/,
  'article close': /^港口晨报/,
  'article quit': ends,

  'help down': changed,
  'help up': /^Keys\n/,
  'help page-down': changed,
  'help page-up': /^Keys\n/,
  'help half-down': changed,
  'help half-up': /^Keys\n/,
  'help first': /^Keys\n/,
  'help last': says(/100%/),
  'help back': home,
  'help escape': home,
  'help history-back': home,
  'help history-forward': says(/Nothing further forward/),
  'help next-unread': changedNothing,
  'help previous-unread': changedNothing,
  'help go-home': home,
  'help search': says(/^Filter: /),
  'help filter': says(/^Filter: /),
  'help close': home,
  'help quit': ends,

  'pager down': changed,
  'pager up': /1 三月的雨量|^ +1/,
  'pager page-down': changed,
  'pager page-up': changed,
  'pager half-down': changed,
  'pager half-up': changed,
  'pager first': changed,
  'pager last': says(/100%/),
  'pager back': /^港口晨报/,
  'pager escape': /^港口晨报/,
  'pager history-back': /^港口晨报/,
  'pager history-forward': says(/Nothing further forward/),
  'pager next-unread': says(/Nothing is being sought/),
  'pager previous-unread': says(/Nothing is being sought/),
  'pager go-home': home,
  'pager search': says(/^Find: /),
  'pager help': /^Keys\n/,
  'pager close': /^港口晨报/,
  'pager quit': ends,

  'prompt accept': says(/Enter open/),
  'prompt cancel': /3 posts, 3 unread/,
  'prompt older': says(/^Filter: /),
  'prompt newer': says(/^Filter: /),
  'prompt cursor-left': changedNothing,
  'prompt cursor-right': changedNothing,
  'prompt cursor-start': changedNothing,
  'prompt cursor-end': changedNothing,
  'prompt delete-back': /Filter: 清晨/,
  'prompt delete-forward': says(/^Filter: 清晨 x/),
  'prompt delete-word': says(/^Filter: 清晨/),
  'prompt delete-to-start': /3 posts, 3 unread[\s\S]*Filter: +/,
  'prompt delete-to-end': says(/^Filter: 清晨 x/),

  'finder accept': /^港口晨报 .*3 posts/,
  'finder cancel': home,
  'finder down': chooses(/港口晨报/),
  'finder up': chooses(/港口晨报/),
  'finder page-down': chooses(/港口晨报/),
  'finder page-up': chooses(/港口晨报/),
  'finder switch-pane': chooses(/港口晨报/),
  'finder cursor-left': changedNothing,
  'finder cursor-right': changedNothing,
  'finder cursor-start': changedNothing,
  'finder cursor-end': changedNothing,
  'finder delete-back': /^Category: +4/,
  'finder delete-forward': changedNothing,
  'finder delete-word': /^Category: +4/,
  'finder delete-to-start': /^Category: +4/,
  'finder delete-to-end': changedNothing,

  'sort cancel': says(/Enter open/),
  'sort sort-date': /Today[\s\S]*渔港的清晨/,
  'sort sort-title': /^港口晨报 +by title/,
  'sort sort-category': /^港口晨报 +by category/,

  'hints cancel': says(/100%/),
  'hints delete-back': says(/100%|Type the letters/),

  'confirm accept': async ({ root, screen }) => {
    await screen.see('Written: ');
    assert.match(readFileSync(join(root, 'there.txt'), 'utf8'), /^渔港的清晨/);
  },
  'confirm cancel': says(/%/),
};

function changedNothing({ text, before }: Seen): void {
  assert.equal(text, before);
}

function changedUnlessShort({ text }: Seen): void {
  assert.match(text, /三月的雨量/);
}

function changedOrder(screen: ScreenName): Expected {
  return ({ text }) => {
    if (screen === 'category') assert.match(text, /reversed[\s\S]*三月的雨量[\s\S]*渔港的清晨/);
    else assert.match(text, /^小港日报/);
  };
}

// Each has a reader of its own, and most of its time is waiting for frames.
describe('the first key of each action does it', { concurrency: 4 }, () => {
  for (const binding of bindings) {
    const { action, keys, screens } = binding;
    // These stop or redraw the whole process; they have tests of their own.
    if (action === 'suspend' || action === 'redraw') continue;
    for (const screenName of screens) {
      const [key = ''] = keys;
      test(`${key} on ${screenName}: ${binding.help.en}`, async t => {
        const running = await openOnSite(t, 80, 24, { lang: 'en', open: 'true' });
        const { screen } = running;
        for (const step of ways[screenName])
          await (typeof step === 'string' ? screen.send(step) : screen.see(step));
        if (screenName === 'pager') {
          // Until the command has ended its name stands there as running.
          await screen.see(/\n\| cat -n; seq 60/);
          await screen.send('j');
        }
        await screen.settle();
        const before = screen.text();
        screen.taken();
        const wanted = expected[`${screenName} ${action}`];
        assert.ok(wanted !== undefined, `nothing is expected of ${action} on ${screenName}`);
        await screen.send(...keyBytes(key));
        if (['browse', 'edit', 'copy-text', 'copy-address'].includes(action)) {
          await new Promise(done => setTimeout(done, 60));
          await screen.settle();
        }
        const rows = screen.rows();
        const seen: Seen = {
          ...running,
          before,
          text: screen.text(),
          status: rows.at(-1) ?? '',
          chosen: screen.inverse().join('\n'),
          written: screen.taken(),
        };
        if (wanted instanceof RegExp) assert.match(seen.text, wanted);
        else await wanted(seen);
      });
    }
  }
});

test('every key of the table means its action on each of its screens', () => {
  const { actionOf } = createKeymap(bindings);
  for (const { action, keys, screens } of bindings) {
    for (const key of keys) {
      if (action === 'follow-number') continue;
      for (const screen of screens) assert.equal(actionOf(screen, key), action, `${key} ${screen}`);
    }
  }
});

test('Esc then ends what lies over a screen, and nothing else', async t => {
  const { screen } = await openOnSite(t, 80, 24, { lang: 'en' });
  const before = screen.text();
  for (const opener of ['&', 's', 'c', 't']) {
    await screen.send(opener);
    assert.notEqual(screen.text(), before, opener);
    await screen.send(ESC);
    assert.equal(screen.text(), before, opener);
  }
});
