import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';
import { divideBlocks, type Part, parseBlocks } from './markdown-blocks.ts';
import { openElements } from './open-elements.ts';

type CoreRule = (state: StateCore) => void;

/** Texts whose last part is being parsed. */
const ending = new WeakSet<Env>();
/** Texts that are not to be divided. */
const undivided = new WeakSet<Env>();

/** Whether the tokens that a rule sees are the last of their text. */
export function isLastPart(env: Env): boolean {
  return ending.has(env);
}

/** Has a text whose blocks are known be parsed in one piece. */
export function keepWhole(env: Env): void {
  undivided.add(env);
}

/** Stands among the rules where blocks are parsed; those before it see the text, those after it parts. */
function blocksPlace(): void {}

/** Has a parser's texts be parsed in parts, by `renderParts`. */
export function parsedInParts(md: MarkdownIt): void {
  md.core.ruler.at('block', blocksPlace);
}

/** The raw HTML that a token carries. */
function rawHtml({ type, content, children }: Token): string {
  if (type === 'html_block') return content;
  const inline = children?.filter(child => child.type === 'html_inline') ?? [];
  return inline.map(child => child.content).join('');
}

/** Parses a text's blocks and spans, part by part. */
function* parseParts(
  md: MarkdownIt,
  source: string,
  env: Env,
  inline: CoreRule,
): Generator<Part | null> {
  const state = new md.core.State(source, md, env);
  const rules: readonly CoreRule[] = md.core.ruler.getRules('');
  const first = rules.indexOf(blocksPlace);
  const second = rules.indexOf(inline);
  const run = (from: number, to: number) => {
    for (const rule of rules.slice(from, to)) rule(state);
  };
  run(0, first);
  yield null;
  for (const blocks of parseBlocks(md, state.src, env)) {
    if (blocks === null) {
      yield null;
      continue;
    }
    state.tokens = blocks.tokens;
    run(first, second);
    const whole: Part = { tokens: state.tokens, isLast: true };
    for (const part of undivided.has(env) ? [whole] : divideBlocks(state.tokens)) {
      const isLast = blocks.isLast && part.isLast;
      if (isLast) ending.add(env);
      state.tokens = part.tokens;
      run(second, rules.length);
      yield { tokens: state.tokens, isLast };
    }
  }
}

/**
 * Parses Markdown and renders it as HTML, in parts that each hold whole elements: each is parsed,
 * rendered and forgotten before the next, so that little more than one is in memory. HTML of the
 * text's own may be open across blocks, which stay together then.
 *
 * @returns parts, or nothing where there may be a pause
 * @param inline the rule that parses spans: it and those after it see one part at a time
 */
export function* renderParts(md: MarkdownIt, source: string, inline: CoreRule): Generator<string> {
  const env: Env = {};
  const raw = openElements();
  let held: Token[] = [];
  for (const part of parseParts(md, source, env, inline)) {
    if (part === null) {
      yield '';
      continue;
    }
    const { tokens, isLast } = part;
    for (const token of tokens) raw.read(rawHtml(token));
    if (held.length === 0) held = tokens;
    else for (const token of tokens) held.push(token);
    if (!raw.none() && !isLast) {
      yield '';
      continue;
    }
    yield md.renderer.render(held, md.options, env);
    held = [];
  }
}
