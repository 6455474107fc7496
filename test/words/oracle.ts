import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sharedFolder } from '../helpers/shared.ts';
import { UNKNOWN_LIQUID } from './accepted.ts';

/** A post as it is given to the oracle: its name without ending, its text, its text without header. */
export type OraclePost = { readonly name: string; readonly source: string; readonly body: string };

/** What differs in one post: how many characters of the browser's ours lacks, and the line that tells so. */
export type Difference = {
  readonly missing: number;
  readonly told: string;
};

export type Comparison = {
  readonly characters: number;
  readonly differences: ReadonlyMap<string, Difference>;
};

const tools = join(sharedFolder('judges') ?? '', 'oracle');
const hook = pathToFileURL(join(import.meta.dirname, 'node-path.js')).href;

function answers(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function resolves(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Whether `cmark-gfm` is here, which stands for generators whose Markdown is CommonMark. */
export function hasCommonMark(): boolean {
  return answers('cmark-gfm', '--version');
}

/** What the oracle needs and this machine lacks, in words; undefined where nothing is missing. */
export function missingTool(): string | undefined {
  if (!existsSync(tools)) return 'the test data beside the project (../shared)';
  if (!answers('ruby', '-e', 'require "jekyll"')) return 'Ruby with Jekyll';
  if (!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) return 'Chromium ($CHROMIUM)';
  if (!resolves('playwright-core')) return 'playwright-core ($NODE_PATH)';
  return undefined;
}

/** Runs one of the oracle's scripts, which opens details in the browser. */
function runScript(command: string, script: string, from: string, out: string): void {
  mkdirSync(out, { recursive: true });
  const env = { ...process.env, NODE_OPTIONS: `--import=${hook}` };
  const args = [join(tools, script), from, out, '--details-open'];
  const { status, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the oracle failed: ${stderr.slice(-2000)}`);
}

/** Has posts rendered by Jekyll and loaded by Chromium, which writes NAME.txt into `out`. */
function render(posts: readonly OraclePost[], folder: string, out: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, source } of posts) writeFileSync(join(folder, `${name}.md`), source);
  runScript('sh', 'run.sh', folder, out);
}

const EXTENSIONS = ['table', 'strikethrough', 'footnotes', 'tasklist'].flatMap(name => [
  '-e',
  name,
]);
const PAGE = ['<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>', '</body></html>'];

/**
 * Writes into `out` what a browser shows of each post as CommonMark has it.
 *
 * @param work an empty folder for what lies between
 */
export function commonMarkTexts(posts: readonly OraclePost[], work: string, out: string): void {
  const folder = join(work, 'posts');
  mkdirSync(folder, { recursive: true });
  for (const { name, body } of posts) {
    const options = { input: body, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
    const { status, stdout } = spawnSync('cmark-gfm', ['--unsafe', ...EXTENSIONS], options);
    if (status !== 0) throw new Error(`cmark-gfm failed on ${name}`);
    writeFileSync(join(folder, `${name}.html`), PAGE.join(stdout));
  }
  runScript(process.execPath, 'innertext.mjs', folder, out);
}

/** Why the oracle could not run a post's Liquid, and so left it as it is written; null if it could. */
function liquidError(out: string, name: string): string | null {
  const { error } = JSON.parse(readFileSync(join(out, 'html', `${name}.json`), 'utf8'));
  return typeof error === 'string' && error.includes('Liquid ') ? error : null;
}

/**
 * Writes into `out` what a browser shows of each post, NAME.txt. Liquid that asks for a whole site,
 * or for plugins, makes the oracle leave a post's Liquid unrun: such posts it gets once more, with
 * that Liquid taken out.
 *
 * @param work an empty folder for what lies between
 * @returns posts whose Liquid the oracle cannot run even so, each with why
 */
export function browserTexts(posts: readonly OraclePost[], work: string, out: string): string[] {
  render(posts, join(work, 'posts'), out);
  const failed = posts.filter(({ name }) => liquidError(out, name) !== null);
  if (failed.length === 0) return [];
  const again = failed.map(post => ({ ...post, source: withoutUnknown(post.source) }));
  const second = join(work, 'second');
  render(again, join(work, 'again'), second);
  for (const file of readdirSync(second).filter(name => name.endsWith('.txt'))) {
    cpSync(join(second, file), join(out, file));
  }
  return again
    .map(({ name }) => ({ name, error: liquidError(second, name) }))
    .filter(({ error }) => error !== null)
    .map(({ name, error }) => `${name}: ${error}`);
}

function withoutUnknown(source: string): string {
  return UNKNOWN_LIQUID.reduce(
    (text, { liquid, instead }) => text.replace(liquid, instead),
    source,
  );
}

const POST_LINE = /^(.+)\.txt: -(\d+) \+(\d+) of \d+\n.*\n.*$/gm;
const LAST_LINE = /^\d+\/\d+ posts equal; (\d+) characters/m;

/** Compares two folders of texts, character by character, typographic signs folded. */
export function compare(theirs: string, ours: string): Comparison {
  const { stdout } = spawnSync(
    process.execPath,
    [join(tools, 'compare.mjs'), theirs, ours, '--typo'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  const characters = Number(LAST_LINE.exec(stdout)?.[1] ?? 0);
  const differences = new Map<string, Difference>();
  for (const [told, name = '', missing] of stdout.matchAll(POST_LINE)) {
    differences.set(name, { missing: Number(missing), told });
  }
  return { characters, differences };
}
