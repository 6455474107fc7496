import type { MarkdownIt, StateBlock } from 'markdown-it';

const DEFINITION = /^\[([^\n\]]+)\]:[ \t]*(\S.*?)(?:[ \t]+(["'])(.+)\3)?$/;
/** Longest line that is taken for a definition. */
const MAX_LINE = 20_000;

/** A line `[name]: target "title"` whose target holds blanks. */
function definition(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if (silent || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const end = state.eMarks[line] ?? start;
  if (state.src[start] !== '[' || end - start > MAX_LINE) return false;
  const found = DEFINITION.exec(state.src.slice(start, end).trimEnd());
  if (found === null) return false;
  const [, name = '', href = '', , title = ''] = found;
  const references = state.env.references ?? {};
  references[state.md.utils.normalizeReference(name)] ??= { href, title };
  state.env.references = references;
  state.line = line + 1;
  return true;
}

/** Link definitions that CommonMark takes for text, as kramdown reads them. */
export function kramdownDefinitions(md: MarkdownIt): void {
  md.block.ruler.after('reference', 'kramdown_definition', definition);
}
