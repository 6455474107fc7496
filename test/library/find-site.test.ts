import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { findSite, siteOfFile } from '../../source/library/find-site.ts';
import { makeFolder } from './site-folder.ts';

function rootFrom(request: Parameters<typeof findSite>[0]): string | readonly string[] {
  const found = findSite(request);
  return found.found ? found.site.root : found.looked;
}

test('the site is the option, else KANBAO_POSTS, else the configured folder, else the current one', t => {
  const root = makeFolder(t, {
    'a/_posts/x.md': '',
    'b/_posts/x.md': '',
    'c/_posts/x.md': '',
    'd/_config.yml': 'title: d',
  });
  const at = (name: string) => join(root, name);
  const env = { KANBAO_POSTS: at('b') };
  const cwd = at('d');
  assert.equal(rootFrom({ posts: at('a'), env, configured: at('c'), cwd }), at('a'));
  assert.equal(rootFrom({ env, configured: at('c'), cwd }), at('b'));
  assert.equal(rootFrom({ env: {}, configured: at('c'), cwd }), at('c'));
  assert.equal(rootFrom({ env: {}, cwd }), at('d'));
  assert.equal(
    rootFrom({ posts: '../a', cwd }),
    at('a'),
    'a relative folder is one from the current folder',
  );
  assert.equal(rootFrom({ env: { KANBAO_POSTS: '~/c', HOME: root }, cwd }), at('c'));
});

test('the current folder is a site if it holds _config.yml, _posts, posts, content or source/_posts', t => {
  const root = makeFolder(t, {
    'config/_config.yml': '',
    'jekyll/_posts/x.md': '',
    'plain/posts/x.md': '',
    'zola/content/x.md': '',
    'hexo/source/_posts/x.md': '',
    'nothing/readme.md': '',
  });
  assert.equal(rootFrom({ cwd: join(root, 'config') }), join(root, 'config'));
  assert.equal(rootFrom({ cwd: join(root, 'jekyll') }), join(root, 'jekyll'));
  assert.equal(rootFrom({ cwd: join(root, 'plain') }), join(root, 'plain/posts'));
  assert.equal(rootFrom({ cwd: join(root, 'zola') }), join(root, 'zola'));
  assert.equal(rootFrom({ cwd: join(root, 'hexo') }), join(root, 'hexo'));
  const missing = findSite({ cwd: join(root, 'nothing') });
  assert.ok(!missing.found);
  assert.deepEqual(
    missing.looked.map(path => path.slice(join(root, 'nothing').length + 1)),
    ['_config.yml', '_posts', 'posts', 'content', 'source/_posts'],
  );
});

test('a folder named _posts, or in one, stands for its site, unless it has a _config.yml of its own', t => {
  const root = makeFolder(t, {
    'a/_config.yml': 'title: parent',
    'a/_posts/x.md': '',
    'b/_config.yml': 'title: parent',
    'b/_posts/_config.yml': 'title: own',
    'c/_posts/x.md': '',
    'd/_config.yml': '',
    'd/posts/x.md': '',
  });
  assert.equal(rootFrom({ posts: join(root, 'a/_posts'), cwd: '/' }), join(root, 'a'));
  assert.equal(rootFrom({ posts: join(root, 'b/_posts'), cwd: '/' }), join(root, 'b/_posts'));
  assert.equal(rootFrom({ posts: join(root, 'c/_posts'), cwd: '/' }), join(root, 'c'));
  assert.equal(rootFrom({ posts: join(root, 'd/posts'), cwd: '/' }), join(root, 'd/posts'));
});

test('a folder that is named is the site that standing in it gives', t => {
  const root = makeFolder(t, {
    'clone/posts/_config.yml': 'title: Sample',
    'clone/posts/_posts/x.md': '',
    'clone/readme.md': '',
    'plain/posts/x.md': '',
    'config/_config.yml': '',
    'config/posts/x.md': '',
    'jekyll/_posts/x.md': '',
    'jekyll/posts/x.md': '',
    'zola/content/posts/x.md': '',
    'hexo/source/_posts/x.md': '',
    'inside/_posts/posts/x.md': '',
    'nested/_posts/_posts/x.md': '',
  });
  const sites = {
    clone: 'clone/posts',
    plain: 'plain/posts',
    'plain/posts': 'plain/posts',
    config: 'config',
    jekyll: 'jekyll',
    zola: 'zola',
    hexo: 'hexo',
    inside: 'inside',
    'inside/_posts': 'inside',
    'nested/_posts': 'nested',
  };
  for (const [name, site] of Object.entries(sites)) {
    const folder = join(root, name);
    const wanted = join(root, site);
    assert.equal(rootFrom({ posts: folder, cwd: '/' }), wanted, `--posts ${name}`);
    assert.equal(rootFrom({ posts: '.', cwd: folder }), wanted, `--posts . in ${name}`);
    assert.equal(rootFrom({ env: { KANBAO_POSTS: folder }, cwd: '/' }), wanted, name);
    if (name !== 'plain/posts') assert.equal(rootFrom({ cwd: folder }), wanted, `in ${name}`);
  }
});

test('a folder whose posts lie in it, and that looks like no site, is one if it is named', t => {
  const root = makeFolder(t, { 'news/2022/x.md': '', 'news/x.md': '' });
  assert.equal(rootFrom({ posts: join(root, 'news'), cwd: '/' }), join(root, 'news'));
  assert.ok(!findSite({ cwd: join(root, 'news') }).found);
});

test('a path given as POST brings its configured site, else the folder of the outermost _posts, else its own', t => {
  const root = makeFolder(t, {
    'a/_config.yml': '',
    'a/blog/_posts/2022/x.md': '',
    'b/_posts/deep/x.md': '',
    'c/notes/x.md': '',
    'd/config.toml': 'base_url = "https://d.example"',
    'd/content/news/x.md': '',
  });
  assert.equal(siteOfFile(join(root, 'a/blog/_posts/2022/x.md')).root, join(root, 'a'));
  assert.equal(siteOfFile(join(root, 'a/about.md')).root, join(root, 'a'));
  assert.equal(siteOfFile(join(root, 'b/_posts/deep/x.md')).root, join(root, 'b'));
  assert.equal(siteOfFile(join(root, 'c/notes/x.md')).root, join(root, 'c/notes'));
  assert.equal(siteOfFile(join(root, 'd/content/news/x.md')).root, join(root, 'd'));
});

test('a content folder whose site is not configured is the site of the posts in it', t => {
  const root = makeFolder(t, {
    'a/content/posts/x.md': '',
    'b/astro/src/content/posts/x.md': '',
    'b/astro/hugo.yaml': '',
    'c/_config.yml': '',
    'c/docs/content/x.md': '',
  });
  assert.equal(siteOfFile(join(root, 'a/content/posts/x.md')).root, join(root, 'a/content'));
  assert.equal(
    siteOfFile(join(root, 'b/astro/src/content/posts/x.md')).root,
    join(root, 'b/astro'),
  );
  assert.equal(siteOfFile(join(root, 'c/docs/content/x.md')).root, join(root, 'c'));
});

test('a file with no configured site of its own belongs to the site at hand, if it lies in it', t => {
  const root = makeFolder(t, {
    'news/2022/x.md': '',
    'news/blog/_posts/x.md': '',
    'news/own/_config.yml': '',
    'news/own/x.md': '',
    'newspaper/x.md': '',
  });
  const found = findSite({ posts: join(root, 'news'), cwd: '/' });
  const around = () => (found.found ? found.site : undefined);
  const rootFor = (file: string) => siteOfFile(join(root, file), around).root;
  assert.equal(rootFor('news/2022/x.md'), join(root, 'news'));
  assert.equal(rootFor('news/blog/_posts/x.md'), join(root, 'news'));
  assert.equal(rootFor('news/own/x.md'), join(root, 'news/own'));
  assert.equal(rootFor('newspaper/x.md'), join(root, 'newspaper'));
});

test('a post has one site however it is named: by the root, its _posts, a folder in that, a file, or from inside', t => {
  const files = {
    'a/_config.yml': '',
    'a/_posts/2022/x.md': '',
    'b/_posts/2022/x.md': '',
    'c/_config.yml': '',
    'c/blog/_posts/2022/x.md': '',
    'd/source/_posts/2022/x.md': '',
    'e/_posts/_posts/2022/x.md': '',
    'f/_posts/_config.yml': '',
    'f/_posts/2022/x.md': '',
    'g/_drafts/2022/x.md': '',
  };
  const root = makeFolder(t, files);
  for (const path of Object.keys(files)) {
    if (!path.endsWith('x.md')) continue;
    const site = join(root, path.startsWith('f') ? 'f/_posts' : path.slice(0, 1));
    const folder = join(root, path, '..');
    assert.equal(siteOfFile(join(root, path)).root, site, path);
    for (const named of [folder, join(folder, '..')]) {
      assert.equal(rootFrom({ posts: named, cwd: '/' }), site, `--posts ${named}`);
      assert.equal(rootFrom({ cwd: named }), site, `in ${named}`);
    }
  }
});

test('a configuration far above takes no file of others: only through a post place or in one repository', t => {
  const root = makeFolder(t, {
    'a/_config.yml': '',
    'a/work/notes/x.md': '',
    'a/work/posts/x.md': '',
    'b/.git/HEAD': '',
    'b/_config.yml': '',
    'b/2022/03/x.md': '',
    'c/_config.yml': '',
    'c/work/.git': 'gitdir: elsewhere',
    'c/work/notes/x.md': '',
  });
  const rootFor = (file: string) => siteOfFile(join(root, file)).root;
  assert.equal(rootFor('a/work/notes/x.md'), join(root, 'a/work/notes'));
  assert.equal(rootFor('a/work/posts/x.md'), join(root, 'a'));
  assert.equal(rootFor('b/2022/03/x.md'), join(root, 'b'));
  assert.equal(rootFor('c/work/notes/x.md'), join(root, 'c/work/notes'));
});

test('the home folder is no site of what lies below it', t => {
  const root = makeFolder(t, {
    '_config.yml': '',
    'work/_posts/x.md': '',
    '_posts/x.md': '',
  });
  const { HOME } = process.env;
  t.after(() => {
    process.env.HOME = HOME;
  });
  process.env.HOME = root;
  assert.equal(siteOfFile(join(root, 'work/_posts/x.md')).root, join(root, 'work'));
  assert.equal(siteOfFile(join(root, '_posts/x.md')).root, join(root, '_posts'));
  assert.equal(rootFrom({ posts: join(root, '_posts'), cwd: '/' }), join(root, '_posts'));
  assert.equal(rootFrom({ posts: root, cwd: '/' }), root);
});

test('a folder that does not exist or is a file is named with its fault', t => {
  const root = makeFolder(t, { 'file.md': '' });
  const none = findSite({ posts: join(root, 'none'), cwd: '/' });
  assert.ok(!none.found);
  assert.match(none.message, /none \(--posts\) does not exist/);
  const file = findSite({ env: { KANBAO_POSTS: join(root, 'file.md') }, cwd: '/' });
  assert.ok(!file.found);
  assert.match(file.message, /file\.md \(KANBAO_POSTS\) is no folder/);
});

test('title, address and base come from the configuration, the title else from the folder', t => {
  const root = makeFolder(t, {
    'a/_config.yml':
      '# site\ntitle: "日报\\u001b[31m"\nurl: "https://a.example/"\nbaseurl: news/\ncollections:\n  posts:\n    title: no\n',
    '小报/_posts/x.md': '',
    'zola/config.toml': 'base_url = "https://z.example"\ntitle = "Zola"\n[extra]\ntitle = "no"\n',
    'zola/content/x.md': '',
  });
  const site = (name: string) => {
    const found = findSite({ posts: join(root, name), cwd: '/' });
    assert.ok(found.found);
    return found.site;
  };
  const { title, url, baseurl } = site('a');
  assert.deepEqual({ url, baseurl }, { url: 'https://a.example', baseurl: '/news' });
  assert.ok(!title.includes('\u001b'), 'a title is clean');
  assert.equal(site('小报').title, '小报');
  assert.equal(
    site('小报/_posts').title,
    '小报',
    'a folder that only holds posts does not name them',
  );
  assert.deepEqual([site('zola').title, site('zola').url], ['Zola', 'https://z.example']);
});

test('the key of a site is readable, safe in a path and differs between folders of one name', t => {
  const root = makeFolder(t, { 'x/news/_posts/a.md': '', 'y/news/_posts/a.md': '' });
  const key = (name: string) => {
    const found = findSite({ posts: join(root, name), cwd: '/' });
    assert.ok(found.found);
    return found.site.key;
  };
  assert.match(key('x/news'), /^news-[0-9a-z]+$/);
  assert.notEqual(key('x/news'), key('y/news'));
  assert.equal(key('x/news'), key('x/news'));
});
