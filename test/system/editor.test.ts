import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { findEditor } from '../../source/system/editor.ts';
import { programFolder } from './programs.ts';

const folder = programFolder({ code: 'exit 0', nano: 'exit 0', ed: 'exit 0' });
const PATH = folder;
const file = `/posts/a 'b'.md`;

test('VISUAL comes before EDITOR, and its arguments before the file', () => {
  assert.deepEqual(findEditor(file, { PATH, VISUAL: 'code --wait', EDITOR: 'nano' }), {
    program: join(folder, 'code'),
    args: ['--wait', file],
  });
  assert.deepEqual(findEditor(file, { PATH, VISUAL: ' ', EDITOR: 'nano' }), {
    program: join(folder, 'nano'),
    args: [file],
  });
});

test('a variable that names no program is told, not passed over', () => {
  assert.deepEqual(findEditor(file, { PATH, EDITOR: 'vmi' }), { missing: 'vmi' });
});

test('without either the first usual editor that exists is taken', () => {
  assert.deepEqual(findEditor(file, { PATH }), { program: join(folder, 'nano'), args: [file] });
  assert.equal(findEditor(file, { PATH: '/nowhere' }), undefined);
});
