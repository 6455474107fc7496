import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurationFile, marksFolder } from '../../source/system/folders.ts';

test('files are kept where XDG says, and below the home folder otherwise', () => {
  const home = { HOME: '/home/me' };
  assert.equal(configurationFile(home), '/home/me/.config/kanbao/config.yml');
  assert.equal(marksFolder(home, 'news-1'), '/home/me/.local/state/kanbao/news-1/marks');
  const set = { ...home, XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s' };
  assert.equal(configurationFile(set), '/c/kanbao/config.yml');
  assert.equal(marksFolder(set, 'news-1'), '/s/kanbao/news-1/marks');
});

test('a relative XDG folder is ignored, as its specification asks', () => {
  const env = { HOME: '/home/me', XDG_CONFIG_HOME: 'config' };
  assert.equal(configurationFile(env), '/home/me/.config/kanbao/config.yml');
});
