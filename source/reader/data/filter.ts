import { foldText } from '../../library/fold.ts';
import { labelOf } from '../../library/label-of.ts';
import type { Library } from '../../library/library.ts';
import type { Post } from '../../library/post.ts';
import type { Marks } from '../../marks/open-marks.ts';

/** A word of a filter that asks for a mark: starred posts, unread ones. */
export const STARRED = '*';
export const UNREAD = '!';

/** The words of a filter, folded: all of them must be in a post's title, category or tags. */
export function filterWords(filter: string): readonly string[] {
  return foldText(filter)
    .split(' ')
    .filter(word => word !== '');
}

/** Whether whatever fits `narrow` fits `wide` too. */
export function isNarrower(narrow: string, wide: string): boolean {
  const words = filterWords(narrow);
  return filterWords(wide).every(part =>
    words.some(word => (part === STARRED || part === UNREAD ? word === part : word.includes(part))),
  );
}

const texts = new WeakMap<Post, string>();

function textOf(post: Post, library: Library): string {
  let text = texts.get(post);
  if (text === undefined) {
    text = foldText(`${post.title} ${labelOf(post, library)} ${post.tags.join(' ')}`);
    texts.set(post, text);
  }
  return text;
}

/** What tells whether a post fits a filter. */
export function postFilter(
  filter: string,
  library: Library,
  marks: Marks,
): (post: Post) => boolean {
  const words = filterWords(filter);
  const sought = words.filter(word => word !== STARRED && word !== UNREAD);
  const starred = words.includes(STARRED);
  const unread = words.includes(UNREAD);
  return post => {
    if (starred && !marks.isStarred(post.path)) return false;
    if (unread && marks.isRead(post.path)) return false;
    if (sought.length === 0) return true;
    const text = textOf(post, library);
    return sought.every(word => text.includes(word));
  };
}
