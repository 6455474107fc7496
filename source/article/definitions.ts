import type { MarkdownIt, StateBlock } from 'markdown-it';
import definitionLists from 'markdown-it-deflist';

type BlockRule = (state: StateBlock, line: number, end: number, silent: boolean) => boolean;

const DEFINITION = /:[ \t]/y;
/** What the plugin for definition lists takes for one, and kramdown for text. */
const NO_DEFINITION = /~|:$/my;
/** Most terms of one definition; more lines are a paragraph. */
const MAX_TERMS = 100;

function startsWith(pattern: RegExp, state: StateBlock, line: number): boolean {
  pattern.lastIndex = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return pattern.test(state.src);
}

function isDefinition(state: StateBlock, line: number, end: number): boolean {
  if (line >= end || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  return startsWith(DEFINITION, state, line);
}

/** Has a lone `:`, and a line that begins with `~`, be text, as they are to kramdown. */
function onlyColons(rule: BlockRule): BlockRule {
  return (state, line, end, silent) => {
    const next = silent ? line : state.isEmpty(line + 1) ? line + 2 : line + 1;
    if (next < end && startsWith(NO_DEFINITION, state, next)) return false;
    return rule(state, line, end, silent);
  };
}

/** The line of the last of several terms that begin at `line`; -1 if no definition follows them. */
function lastTerm(
  state: StateBlock,
  line: number,
  end: number,
  others: readonly BlockRule[],
): number {
  for (let next = line + 1; next < Math.min(end, line + MAX_TERMS); next += 1) {
    if (isDefinition(state, next, end)) return next - 1;
    if (state.isEmpty(next)) return isDefinition(state, next + 1, end) ? next - 1 : -1;
    const indent = (state.sCount[next] ?? 0) - state.blkIndent;
    if (indent < 0 || (indent < 4 && others.some(rule => rule(state, next, end, true)))) return -1;
  }
  return -1;
}

function pushTerms(state: StateBlock, line: number, end: number): void {
  for (let at = line; at < end; at += 1) {
    state.push('dt_open', 'dt', 1);
    const inline = state.push('inline', '', 0);
    inline.content = state.getLines(at, at + 1, state.blkIndent, false).trim();
    inline.children = [];
    state.push('dt_close', 'dt', -1);
  }
}

/** The plugin's rule, which it adds to those there are. */
function pluginRule(md: MarkdownIt): BlockRule {
  const { ruler } = md.block;
  const others = new Set<BlockRule>(ruler.getRules(''));
  md.use(definitionLists);
  const added = ruler.getRules('').find(rule => !others.has(rule));
  return added ?? (() => false);
}

/**
 * Definition lists, with several terms before one definition, each on a line of its own, as kramdown
 * and PHP Markdown Extra have them. The plugin knows one: it is given the last, and gets the others.
 */
export function definitions(md: MarkdownIt): void {
  const { ruler } = md.block;
  const list = onlyColons(pluginRule(md));
  ruler.at('deflist', list, { alt: ['paragraph', 'reference', 'blockquote'] });
  const terms: BlockRule = (state, line, end, silent) => {
    if (silent || state.isEmpty(line + 1)) return false;
    const last = lastTerm(state, line, end, ruler.getRules('paragraph'));
    if (last <= line) return false;
    const { tokens } = state;
    const from = tokens.length;
    ruler.getRules('').some(rule => rule(state, last, end, false));
    const list = tokens.splice(from);
    const [open, ...rest] = list;
    if (open?.type !== 'dl_open') {
      state.line = line;
      return false;
    }
    tokens.push(open);
    state.level += 1;
    pushTerms(state, line, last);
    state.level -= 1;
    for (const token of rest) tokens.push(token);
    return true;
  };
  ruler.before('deflist', 'definition_terms', terms);
}
