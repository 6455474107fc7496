import type { MarkdownIt } from 'markdown-it';

const SPACE = '\u3000';

/**
 * An ideographic space beside `*` does not keep it from opening or closing, as in kramdown:
 * `**今日　**` and `**　今日**` are strong.
 */
export function kramdownEmphasis(md: MarkdownIt): void {
  const State = md.inline.State;
  md.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const run = super.scanDelims(start, canSplitWord);
      const before = this.src[start - 1];
      const after = this.src[start + run.length];
      if (!canSplitWord || (before !== SPACE && after !== SPACE)) return run;
      return {
        ...run,
        can_open: run.can_open || !isBlank(after),
        can_close: run.can_close || !isBlank(before),
      };
    }
  };
}

function isBlank(sign: string | undefined): boolean {
  return sign === undefined || /[ \t\n]/.test(sign);
}
