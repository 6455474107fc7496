import type { MarkdownIt, StateBlock } from 'markdown-it';

const ITEM = /(?:[-+*]|\d{1,9}\.)[ \t]/y;

/** An item of a list, whatever its number and empty or not, ends the paragraph above it. */
function itemAfterText(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  if (!silent || state.parentType !== 'paragraph') return false;
  const indent = (state.sCount[line] ?? 0) - state.blkIndent;
  if (indent < 0 || indent >= 4) return false;
  ITEM.lastIndex = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return ITEM.test(state.src);
}

/** Lists right below a paragraph, which need not begin with 1 as CommonMark asks. */
export function kramdownLists(md: MarkdownIt): void {
  md.block.ruler.before('list', 'kramdown_list', itemAfterText, { alt: ['paragraph'] });
}
