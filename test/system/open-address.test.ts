import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { addressPolicy, findOpener } from '../../source/system/open-address.ts';
import { programFolder } from './programs.ts';

const policies: Readonly<Record<string, string>> = {
  'https://example.org/a b': 'open',
  'HTTP://example.org': 'open',
  'mailto:desk@example.org': 'open',
  'file:///etc/passwd': 'ask',
  'ssh://example.org': 'ask',
  'tel:+86595': 'ask',
  'javascript:alert(1)': 'refuse',
  'java\nscript:alert(1)': 'refuse',
  'data:text/html,x': 'refuse',
  'vbscript:x': 'refuse',
  '/a/path': 'refuse',
  '--version': 'refuse',
  '': 'refuse',
};

for (const [address, policy] of Object.entries(policies)) {
  test(`the policy for ${JSON.stringify(address)} is ${policy}`, () => {
    assert.equal(addressPolicy(address), policy);
  });
}

const nothing = 'exit 0';
const all = programFolder({
  'xdg-open': nothing,
  firefox: nothing,
  w3m: nothing,
  wslview: nothing,
});
const address = 'https://example.org/泉州?a=1&b=$(x)`y`\'"#z';

test('an address is one argument without blanks, quotes, control characters or letters of others', () => {
  const opener = findOpener(`${address}\n \u001b]0;x`, 'firefox --new-tab', { PATH: all });
  assert.ok(opener);
  assert.equal(basename(opener.program), 'firefox');
  assert.equal(opener.args[0], '--new-tab');
  assert.equal(opener.args.length, 2);
  assert.match(opener.args[1] ?? '', /^https:\/\/example\.org\/%E6%B3%89%E5%B7%9E\?[!#-~]+$/);
});

const chosen = (
  configured: string | undefined,
  env: Record<string, string>,
): string | undefined => {
  const opener = findOpener(address, configured, { PATH: all, ...env }, 'linux');
  return opener && basename(opener.program);
};

test('the configured command comes before $BROWSER, and that before the system’s own', () => {
  assert.equal(chosen('firefox', { BROWSER: 'w3m' }), 'firefox');
  assert.equal(chosen(undefined, { BROWSER: 'w3m' }), 'w3m');
  assert.equal(chosen(undefined, { BROWSER: 'missing %s:firefox %s' }), 'firefox');
  assert.equal(chosen(undefined, { BROWSER: '' }), 'xdg-open');
  assert.equal(chosen(undefined, { WSL_DISTRO_NAME: 'x' }), 'wslview');
});

test('a configured command that does not exist is not replaced by another one', () => {
  assert.equal(chosen('missing', {}), undefined);
});

test('a text browser takes the terminal, a window does not', () => {
  const opener = (env: Record<string, string>) => findOpener(address, undefined, env, 'linux');
  assert.equal(opener({ PATH: all, BROWSER: 'w3m' })?.takesTerminal, true);
  assert.equal(opener({ PATH: all })?.takesTerminal, false);
});

test('nothing opens what is to be refused', () => {
  assert.equal(findOpener('javascript:alert(1)', 'firefox', { PATH: all }), undefined);
});
