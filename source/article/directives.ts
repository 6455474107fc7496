import type { MarkdownIt, StateBlock, StateCore } from 'markdown-it';

/** `:::note[Label]{#id}`, `::: tip Label`, the end `:::`, and what stands alone: `::github{…}`. */
const FENCE =
  /^:{3,}[ \t]*(?:([a-z][\w-]*)[ \t]*(?:\[([^\]]*)\])?[ \t]*(?:\{[^}]*\})?[ \t]*(.*))?$/i;
const LEAF = /^::[a-z][\w-]*(?:\[([^\]]*)\])?(?:\{[^}]*\})?[ \t]*$/i;
const MAX_LINE = 1000;

/** Takes the line of a directive out of the text; a label of its own stands above what it holds. */
function directive(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const end = state.eMarks[line] ?? start;
  if (!state.src.startsWith('::', start) || end - start > MAX_LINE) return false;
  const written = state.src.slice(start, end).trimEnd();
  const found = FENCE.exec(written) ?? LEAF.exec(written);
  if (found === null) return false;
  if (silent) return true;
  const isFence = written.startsWith(':::');
  const label = (isFence ? found[2] || found[3] : found[1])?.trim() ?? '';
  if (label !== '') {
    state.push('paragraph_open', 'p', 1);
    const inline = state.push('inline', '', 0);
    inline.content = isFence ? `**${label}**` : label;
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
  }
  state.line = line + 1;
  return true;
}

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** `[!NOTE]` at the start of a quote is the word alone, as GitHub shows it. */
function alerts(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || state.tokens[index - 2]?.type !== 'blockquote_open') return;
    token.content = token.content.replace(ALERT, (written, kind: string) => {
      const word = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
      return written.endsWith('\n') ? `**${word}**\\\n` : `**${word}**`;
    });
  });
}

/** What sites that are none of Jekyll's write besides Markdown: directives and alerts. */
export function directives(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'directive', directive, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.core.ruler.before('inline', 'alerts', alerts);
}
