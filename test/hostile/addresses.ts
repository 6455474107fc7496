import { type HostilePost, post } from './post.ts';

/** Addresses that run, read, write or break out of where they are put. */
export const ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt&#58;alert(1)',
  'java\tscript:alert(1)',
  '\x01javascript:alert(1)',
  'vbscript:x',
  'data:text/html;base64,PHNjcmlwdD4=',
  'file:///etc/passwd',
  'FILE:/etc/passwd',
  '//evil.example@good.example/',
  'https://good.example@evil.example/',
  'http://evil.example/$(touch$IFS/tmp/owned)',
  'http://evil.example/`id`;id|id&id>x',
  "http://evil.example/';id;'",
  'http://evil.example/";id;"',
  'http://evil.example/\n-oProxyCommand=id',
  '--version',
  '-rf',
  'mailto:a@b.example?subject=x&attach=/etc/passwd',
  'mailto:--help',
  'smb://host/share',
  'ssh://-oProxyCommand=id/x',
  'tel:*%2306%23',
  'x-man-page:ls',
  'vim://x',
  '\\\\host\\share',
  'C:\\Windows\\System32\\calc.exe',
  '../../../../../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/%00/%1b[31m/%9b31m/%0a',
  '/%ff%fe/%',
  'http://[::1',
  'http://a:99999999/',
  'http://xn--\u202e.example/',
  'http://аррӏе.example/',
  '#\x1b[31m',
  '#__proto__',
  '__proto__',
  'constructor',
  '/category/__proto__.html',
  '?',
  '#',
  '',
] as const;

const quoted = (address: string): string =>
  address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Links and images with every such address. */
export function addressPosts(): readonly HostilePost[] {
  const html = ADDRESSES.map(
    (address, n) =>
      `<p><a href="${quoted(address)}">link ${n}</a> <img src="${quoted(address)}" alt="image ${n}"></p>`,
  );
  const markdown = ADDRESSES.map(
    (address, n) =>
      `[link ${n}](<${address.replace(/[<>\n]/g, '')}>) ![image](<${address.replace(/[<>\n]/g, '')}>)\n\n[ref ${n}][r${n}] <${address}>\n\n[r${n}]: ${address}\n`,
  );
  return [
    post('addresses in HTML', html.join('\n'), 'html'),
    post('addresses in Markdown', markdown.join('\n')),
    post(
      'a base elsewhere',
      '<base href="javascript:"><base href="https://evil.example/"><a href="x">a</a><meta http-equiv=refresh content="0;url=file:///">',
      'html',
    ),
    post(
      'a form and a frame',
      '<form action="https://evil.example/"><input name=a value=b><button>send</button></form><iframe src="file:///etc/passwd"></iframe><object data=x></object><embed src=y><link rel=stylesheet href=z><svg onload=x><a xlink:href="javascript:1">s</a></svg>',
      'html',
    ),
  ];
}
