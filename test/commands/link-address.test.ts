import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hyperlink, linkAddress } from '../../source/commands/link-address.ts';
import type { Site } from '../../source/library/site.ts';

const site: Site = {
  root: '/news',
  title: 'News',
  url: 'https://news.example',
  baseurl: '/blog',
  key: 'news',
};
const nowhere: Site = { ...site, url: '', baseurl: '' };
const post = { url: '/gangkou/2022/03/11/harbour.html' };

test('an address is shown in full, from the place where the post is published', () => {
  const addresses = {
    '//news.example/': 'https://news.example/',
    '/category/a.html': 'https://news.example/category/a.html',
    '../10/bridge.html': 'https://news.example/blog/gangkou/2022/03/10/bridge.html',
    'http://x.example/a?b=1#c': 'http://x.example/a?b=1#c',
    'mailto:desk@news.example': 'mailto:desk@news.example',
    '#note': '#note',
  };
  for (const [href, address] of Object.entries(addresses)) {
    assert.equal(linkAddress(href, site, post), address, href);
  }
});

test('where the host is unknown the path from the root is shown', () => {
  assert.equal(linkAddress('../10/bridge.html', nowhere, post), '/gangkou/2022/03/10/bridge.html');
  assert.equal(linkAddress('//x.example/', nowhere, post), 'http://x.example/');
});

test('an address is one word that people can read', () => {
  assert.equal(linkAddress('/%E6%B8%AF%E5%8F%A3', site, post), 'https://news.example/港口');
  assert.equal(linkAddress('/a b.html', site, post), 'https://news.example/a%20b.html');
  assert.equal(linkAddress('/%E6%B8', site, post), 'https://news.example/%E6%B8');
});

test('no address holds a control character, however it was written', () => {
  const hostile = [
    '/%1B[31m',
    '/\u001b]52;c;A\u0007',
    'http://x.example/\u009b1m',
    '#\u001b[2J',
    'http://[\u001b',
  ];
  for (const href of hostile) {
    assert.doesNotMatch(linkAddress(href, site, post), /[\u0000-\u001f\u007f-\u009f]/, href);
  }
});

test('a hyperlink is printable ASCII', () => {
  assert.equal(hyperlink('/港口', site, post), 'https://news.example/%E6%B8%AF%E5%8F%A3');
  assert.match(hyperlink('http://x.example/\u001b\\\u0007', site, post), /^[\x21-\x7e]+$/);
});

test('what opens no page and no letter is no hyperlink', () => {
  const others = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'http://[',
    `http://x.example/${'a'.repeat(3000)}`,
  ];
  for (const href of others) assert.equal(hyperlink(href, site, post), '', href.slice(0, 40));
  assert.equal(hyperlink('/a', nowhere, post), '');
});
