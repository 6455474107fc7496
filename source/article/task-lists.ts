import type { MarkdownIt, StateCore } from 'markdown-it';

const BOX = /^\[([ xX])\][ \t]+/;

function markTasks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || state.tokens[index - 2]?.type !== 'list_item_open') return;
    const box = BOX.exec(token.content);
    if (box === null || state.tokens[index - 1]?.type !== 'paragraph_open') return;
    token.content = token.content.slice(box[0].length);
    const checked = box[1] === ' ' ? '' : ' checked';
    token.meta = { ...token.meta, checkBox: `<input type="checkbox"${checked}>` };
  });
}

function showBoxes(state: StateCore): void {
  for (const token of state.tokens) {
    const box: unknown = token.meta?.checkBox;
    if (typeof box !== 'string' || token.children === null) continue;
    const input = new state.Token('html_inline', '', 0);
    input.content = box;
    token.children.unshift(input);
  }
}

/** List items that begin with `[ ]` or `[x]` get a check box (GitHub's task lists). */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'task_marks', markTasks);
  md.core.ruler.after('inline', 'task_boxes', showBoxes);
}
