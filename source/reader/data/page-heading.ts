import type { Article } from '../../article/document.ts';
import { cleanField } from '../../article/sanitise.ts';
import type { Post } from '../../library/post.ts';
import { clockOf, datedDay } from '../rows/format.ts';
import type { Messages } from '../words/messages.ts';

/**
 * The text above an article: the title, a line of date, category and tags, a line a fault; then,
 * below an empty line, a note unless that is empty.
 */
export function headingText(post: Post, label: string, note: string, messages: Messages): string {
  const { date } = post;
  const when =
    date === null ? messages.undated : `${datedDay(date, messages)} ${clockOf(date)}`.trimEnd();
  const tags = post.tags
    .filter(tag => tag !== label && !post.categories.includes(tag))
    .map(cleanField);
  const facts = [when, label, ...tags.map(tag => `#${tag}`)].filter(fact => fact !== '');
  const faults = post.faults.map(({ line, message }) => `! ${line}: ${cleanField(message)}`);
  const below = note === '' ? [] : ['', note];
  return [post.title, facts.join('  '), ...faults, ...below].join('\n');
}

/** Running text as an article of one paragraph, so that a heading is broken as an article is. */
export function plainArticle(text: string): Article {
  return {
    blocks: [{ kind: 'paragraph', align: 'left', leaf: { start: 0, text, runs: [], images: [] } }],
    text,
    links: [],
    images: [],
    headings: [],
    anchors: new Map(),
  };
}
