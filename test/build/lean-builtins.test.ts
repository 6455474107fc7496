import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { leanBuiltins } from '../../source/build/lean-builtins.ts';
import { temporaryFolder } from '../helpers/home.ts';

async function printedBy(source: string): Promise<string> {
  const folder = temporaryFolder();
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, source);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'required.cjs'),
    "exports.required = typeof require('events') === 'function' ? typeof require('fs').statSync : '';",
  );
  const outfile = join(folder, 'out.js');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [leanBuiltins()],
  });
  return execFileSync(process.execPath, [outfile], { encoding: 'utf8' });
}

test("importing from a module of Node's loads no more than what is used of it", async () => {
  const printed = await printedBy(`
    import { execFileSync } from 'node:child_process';
    import { format } from 'node:util';
    const loaded = name => process.moduleLoadList.includes('NativeModule ' + name);
    console.log(format('%d', 1), loaded('child_process'), loaded('worker_threads'));
  `);
  assert.equal(printed, '1 false false\n');
});

test("what is imported from Node's modules is what it always is", async () => {
  const printed = await printedBy(`
    import EventEmitter, { once } from 'events';
    import fs, { existsSync } from 'node:fs';
    import { readFile } from 'fs/promises';
    import * as path from 'node:path';
    import process, { argv } from 'node:process';
    import { required } from './required.cjs';
    class Named extends EventEmitter {}
    console.log(
      new Named() instanceof EventEmitter,
      typeof once,
      fs.existsSync === existsSync,
      typeof readFile,
      path.join('a', 'b'),
      process === globalThis.process,
      argv.length,
      required,
    );
  `);
  assert.equal(printed, 'true function true function a/b true 2 function\n');
});
