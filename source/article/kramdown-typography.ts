import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const SYMBOLS = /---|--|\.\.\.|<< | >>|<<|>>/g;
const SYMBOL_OF: Readonly<Record<string, string>> = {
  '---': '—',
  '--': '–',
  '...': '…',
  '<< ': '«\xa0',
  ' >>': '\xa0»',
  '<<': '«',
  '>>': '»',
};

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /\w/;
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** What stands in the source in place of an inline token: quotes look at their neighbours there. */
function sourceOf(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'text_special':
    case 'html_inline':
      return token.content;
    case 'code_inline':
      return `${token.markup}${token.content}${token.markup}`;
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'link_open':
      return '[';
    case 'link_close':
    case 'image':
    case 'footnote_ref':
      return ')';
    default:
      return token.markup === '' ? 'x' : token.markup;
  }
}

/** Whether the quote at `at` opens, by kramdown's rules (those of SmartyPants). */
function opens(source: string, at: number): boolean {
  const quote = source[at];
  const before = source[at - 1] ?? '';
  const after = source[at + 1] ?? '';
  const beyond = source[at + 2] ?? '';
  if (/^[_*]{1,2}\S/.test(source.slice(at + 1, at + 4))) return true;
  if (PUNCTUATION.test(after) && !source.startsWith('..', at + 2)) {
    if (!WORD.test(beyond) !== WORD.test(after)) return false;
  }
  if ((after === '"' || after === "'") && after !== quote && WORD.test(beyond)) return true;
  if (quote === "'" && /^\d\ds/.test(source.slice(at + 1, at + 4))) return false;
  if (/\s/.test(before) && WORD.test(after)) return true;
  if (before !== '' && !/[ \\\t\r\n[{(-]/.test(before)) return false;
  return !(after === '' || /\s/.test(after) || (after === 's' && !WORD.test(beyond)));
}

/**
 * Beside Han characters, where no blanks tell, quotes open and close in turn. kramdown would close
 * every one of them.
 */
class Quotes {
  private open = false;

  curl(source: string, at: number): string {
    const double = source[at] === '"';
    const before = source[at - 1] ?? '';
    const after = source[at + 1] ?? '';
    const opening = double && HAN.test(before) && HAN.test(after) ? !this.open : opens(source, at);
    if (double) this.open = opening;
    if (double) return opening ? '“' : '”';
    return opening ? '‘' : '’';
  }
}

function curlQuotes(tokens: readonly Token[]): void {
  const source = tokens.map(sourceOf).join('');
  if (!/["']/.test(source)) return;
  const quotes = new Quotes();
  let from = 0;
  for (const token of tokens) {
    const length = sourceOf(token).length;
    if (token.type === 'text') {
      const start = from;
      token.content = token.content.replace(/["']/g, (_quote, at: number) =>
        quotes.curl(source, start + at),
      );
    }
    from += length;
  }
}

function typeset(state: StateCore): void {
  for (const { type, children } of state.tokens) {
    if (type !== 'inline' || children === null) continue;
    curlQuotes(children);
    for (const token of children) {
      if (token.type !== 'text') continue;
      token.content = token.content.replace(SYMBOLS, symbol => SYMBOL_OF[symbol] ?? symbol);
    }
  }
}

/**
 * kramdown's typography: curly quotes, `--` –, `---` —, `...` …, `<<` «, `>>` »; never (c) → ©.
 * Code, HTML, escaped characters and entities stay as they are.
 */
export function kramdownTypography(md: MarkdownIt): void {
  md.core.ruler.before('text_join', 'kramdown_typography', typeset);
}
