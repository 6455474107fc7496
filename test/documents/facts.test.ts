import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../helpers/home.ts';
import { written } from './documents.ts';

const prose = ['readme.md', 'readme.zh.md', 'contributing.md', 'architecture.md', 'changelog.md'];

for (const name of prose) {
  test(`every file and folder of the project that ${name} names is there`, () => {
    const paths = written(name).matchAll(/`((?:source|test|posts|\.ci)\/[\w./-]*)`/g);
    const missing = [...paths]
      .map(([, path = '']) => path)
      .filter(path => !/NAME|_posts$/.test(path) && !existsSync(join(root, path)));
    assert.deepEqual(missing, []);
  });

  test(`every link of ${name} to a file leads to one`, () => {
    const links = written(name).matchAll(/\]\((?!https?:|#)([^)#\s]+)|(?:src|srcset)="([^"]+)"/g);
    const missing = [...links]
      .map(([, link, source]) => link ?? source ?? '')
      .filter(path => !existsSync(join(root, path)));
    assert.deepEqual(missing, []);
  });
}

test('contributing.md explains every npm script that is there to be run, and no other', () => {
  // What npm runs by itself is no script to run.
  const hooks = new Set(['dependencies', 'prepack']);
  const scripts = Object.keys(packageJson.scripts).filter(name => !hooks.has(name));
  const told = written('contributing.md').matchAll(/^\| `npm (?:run )?([\w-]+)` \|/gm);
  assert.deepEqual([...told].map(([, name]) => name).sort(), scripts.sort());
});

test('contributing.md gives a reason for every package that is depended on', () => {
  const text = written('contributing.md');
  const packages = Object.keys(packageJson.devDependencies);
  const told = (name: string): boolean => {
    const family = name.startsWith('@types/') ? '@types/*' : name.replace(/^markdown-it(?=-)/, '');
    return text.includes(`\`${family}\``);
  };
  assert.deepEqual(
    packages.filter(name => !told(name)),
    [],
  );
});

test('the two readmes show the same commands and pictures', () => {
  const shape = (name: string) => {
    const text = written(name);
    const code = [...text.matchAll(/^```sh\n[\s\S]*?^```/gm)];
    return {
      // What a comment says is in the readme's own language.
      code: code.map(([block]) => block.replace(/ +#.*$/gm, '')),
      pictures: [...text.matchAll(/pictures\/(\w+)-/g)].map(([, picture]) => picture),
    };
  };
  assert.deepEqual(shape('readme.zh.md'), shape('readme.md'));
});
