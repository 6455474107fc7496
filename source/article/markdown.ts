import createMarkdownIt, { type MarkdownIt, type StateCore } from 'markdown-it';
import abbreviations from 'markdown-it-abbr';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { definitions } from './definitions.ts';
import { directives } from './directives.ts';
import { kramdownAttributes } from './kramdown-attributes.ts';
import { kramdownCode } from './kramdown-code.ts';
import { kramdownContents } from './kramdown-contents.ts';
import { kramdownDefinitions } from './kramdown-definitions.ts';
import { kramdownEmphasis } from './kramdown-emphasis.ts';
import { kramdownExtensions } from './kramdown-extensions.ts';
import { kramdownHeadings } from './kramdown-headings.ts';
import { kramdownHtml } from './kramdown-html.ts';
import { kramdownLinks } from './kramdown-links.ts';
import { kramdownLists } from './kramdown-lists.ts';
import { kramdownMath } from './kramdown-math.ts';
import { kramdownSpans } from './kramdown-spans.ts';
import { kramdownTables } from './kramdown-tables.ts';
import { kramdownTypography } from './kramdown-typography.ts';
import { markdownFootnotes } from './markdown-footnotes.ts';
import { countSpans, markdownLimits } from './markdown-limits.ts';
import { parsedInParts, renderParts } from './markdown-parts.ts';
import { terseTags } from './markdown-renderer.ts';
import { leanTokens } from './markdown-tokens.ts';
import { taskLists } from './task-lists.ts';

/** Deepest nesting of blocks; what is nested deeper is left out. */
const MAX_BLOCK_NESTING = 300;

/** Marks of quotes beyond the 60th of a line, and indentation of list items beyond 200 columns. */
const DEEP_QUOTE = /^((?:[ \t]{0,3}>){60})[ \t>]+/gm;
const DEEP_ITEM = /^([ \t]{200})[ \t]+(?=(?:[-+*]|\d{1,9}[.)])[ \t])/gm;
/** Deepest nesting of brackets within a line of text, which costs time for every bracket. */
const MAX_INLINE_NESTING = 20;

/** Text without any character that inline markup could begin with. */
const PLAIN = /^[^\n!$&*<[\\\]^_`{~]*$/;

/** A line that holds only `<>`, an empty source link of the original sites. */
const EMPTY_AUTOLINK = /^[ \t]*<>[ \t]*(?:\n|$)/gm;

function dropEmptyAutolinks(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === 'inline' && token.content.includes('<>')) {
      token.content = token.content.replace(EMPTY_AUTOLINK, '');
    }
  }
}

/** Parses the running text of all blocks; text without markup needs no parser. */
function parseInline(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'inline') continue;
    if (!PLAIN.test(token.content)) {
      const children = token.children ?? [];
      token.children = children;
      state.md.inline.parse(token.content, state.md, state.env, children);
      countSpans(state.env, children.length);
    } else if (token.content !== '') {
      const text = new state.Token('text', '', 0);
      text.content = token.content;
      token.children = [text];
    }
  }
}

function plainMarkdown(): MarkdownIt {
  const md = createMarkdownIt({ html: true });
  leanTokens(md);
  markdownLimits(md);
  parsedInParts(md);
  md.core.ruler.at('inline', parseInline);
  md.core.ruler.before('block', 'block_nesting', () => {
    md.set({ maxNesting: MAX_BLOCK_NESTING });
  });
  md.core.ruler.before('inline', 'inline_nesting', () => {
    md.set({ maxNesting: MAX_INLINE_NESTING });
  });
  md.validateLink = () => true;
  md.normalizeLinkText = text => text;
  return md;
}

/** What authors use of Markdown and around it, whatever makes their site. */
function siteMarkdown(): MarkdownIt {
  const md = plainMarkdown();
  terseTags(md);
  md.normalizeLink = href => href;
  md.use(cjkFriendly)
    .use(definitions)
    .use(abbreviations)
    .use(taskLists)
    .use(markdownFootnotes)
    .use(kramdownLinks)
    .use(kramdownAttributes)
    .use(kramdownExtensions)
    .use(kramdownHeadings)
    .use(kramdownContents)
    .use(kramdownTypography)
    .use(kramdownMath);
  // An abbreviation's long form is never shown: taking its definition out of the text is enough.
  md.core.ruler.disable('abbr_replace');
  md.core.ruler.before('inline', 'empty_autolinks', dropEmptyAutolinks);
  return md;
}

function makeParser(dialect: Dialect): MarkdownIt {
  switch (dialect) {
    case 'kramdown':
      return siteMarkdown()
        .use(kramdownHtml)
        .use(kramdownCode)
        .use(kramdownDefinitions)
        .use(kramdownLists)
        .use(kramdownTables)
        .use(kramdownSpans)
        .use(kramdownEmphasis);
    case 'site':
      return siteMarkdown().use(directives);
    case 'commonmark':
      return plainMarkdown();
  }
}

/**
 * Markdown as kramdown means it, which Jekyll uses (`kramdown`); as other sites write it (`site`);
 * or CommonMark with none of our additions (`commonmark`).
 */
export type Dialect = 'kramdown' | 'site' | 'commonmark';

const parsers = new Map<Dialect, MarkdownIt>();

function parserOf(dialect: Dialect): MarkdownIt {
  const parser = parsers.get(dialect) ?? makeParser(dialect);
  parsers.set(dialect, parser);
  return parser;
}

/** Renders Markdown as HTML, in parts that each hold whole elements, or nothing: that is a pause. */
export function* renderMarkdownParts(source: string, dialect: Dialect): Generator<string> {
  // Deeper blocks would be left out with all that follows in them.
  const shallow = source.replace(DEEP_QUOTE, '$1 ').replace(DEEP_ITEM, '$1');
  yield '';
  yield* renderParts(parserOf(dialect), shallow, parseInline);
}

/** Renders Markdown as HTML in one piece. */
export function renderMarkdown(source: string, dialect: Dialect): string {
  return Array.from(renderMarkdownParts(source, dialect)).join('');
}
