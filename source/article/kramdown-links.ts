import type { MarkdownIt, StateInline } from 'markdown-it';

/** Longest target that is looked for, and most brackets in it; keeps a flood of `[a](` linear. */
const MAX_TARGET = 2000;
const MAX_BRACKETS = 20;

type Target = { readonly href: string; readonly title: string; readonly end: number };

/** Reads `(target "title")` from its opening bracket; the target may hold blanks. */
function readTarget(source: string, open: number, max: number): Target | null {
  const limit = Math.min(max, open + MAX_TARGET);
  let depth = 0;
  for (let at = open; at < limit; at += 1) {
    const sign = source[at];
    if (sign === '\n' || depth > MAX_BRACKETS) return null;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth > 0) continue;
    const inside = source.slice(open + 1, at).trim();
    const titled = /^(.*?)\s+(["'])(.*)\2$/.exec(inside);
    const href = titled?.[1] ?? inside;
    if (href.startsWith('<') || href === '') return null;
    return { href, title: titled?.[3] ?? '', end: at + 1 };
  }
  return null;
}

function spacedLink(md: MarkdownIt) {
  return (state: StateInline, silent: boolean): boolean => {
    const isImage = state.src[state.pos] === '!';
    const open = state.pos + (isImage ? 1 : 0);
    if (state.src[open] !== '[' || (isImage ? false : state.linkLevel > 0)) return false;
    const close = md.helpers.parseLinkLabel(state, open, !isImage);
    if (close < 0 || state.src[close + 1] !== '(') return false;
    const target = readTarget(state.src, close + 1, state.posMax);
    if (target === null) return false;
    const href = md.utils.unescapeAll(target.href);
    const { posMax } = state;
    if (!silent && isImage) {
      const content = state.src.slice(open + 1, close);
      const token = state.push('image', 'img', 0);
      token.attrs = [
        ['src', href],
        ['alt', ''],
      ];
      token.content = content;
      token.children = [];
      md.inline.parse(content, md, state.env, token.children);
    } else if (!silent) {
      const token = state.push('link_open', 'a', 1);
      token.attrs = [['href', href]];
      if (target.title !== '') token.attrs.push(['title', target.title]);
      state.pos = open + 1;
      state.posMax = close;
      state.linkLevel += 1;
      md.inline.tokenize(state);
      state.linkLevel -= 1;
      state.push('link_close', 'a', -1);
    }
    state.pos = target.end;
    state.posMax = posMax;
    return true;
  };
}

/**
 * Links and images whose target holds blanks, `[返回](//host/category/a b.html)`, as kramdown takes
 * them and CommonMark does not. Tried only where CommonMark sees no link.
 */
export function kramdownLinks(md: MarkdownIt): void {
  md.inline.ruler.after('image', 'kramdown_link', spacedLink(md));
}
