/** Most elements that may be open at once; deeper tags are dropped and their text stays. */
export const MAX_DEPTH = 256;

/** Most elements a text may have, and how many more for each of its characters; tags beyond are dropped. */
const ELEMENTS = 60_000;
const ELEMENTS_PER_CHARACTER = 0.06;

const VOID = new Set(
  'area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements that a following one of the same name ends. */
const SELF_ENDING = new Set('dd dt li option p td th tr'.split(' '));

/** How many more elements a text may have, which is counted down. */
export type TagBudget = { left: number };

/** What a text of so many UTF-16 units may have. */
export function tagBudget(length: number): TagBudget {
  return { left: ELEMENTS + ELEMENTS_PER_CHARACTER * length };
}

/** Whether a text has fewer than `limit` tags, so that none can be nested deeper. */
function hasFewTags(html: string, limit: number): boolean {
  let at = -1;
  for (let count = 0; count < limit; count += 1) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return true;
  }
  return false;
}

const TAG_NAME = /[a-z][^\s/>]*/iy;

/** Where a tag name that starts at `from` ends; `from` itself if none does. */
function nameEnd(html: string, from: number): number {
  TAG_NAME.lastIndex = from;
  return TAG_NAME.test(html) ? TAG_NAME.lastIndex : from;
}

/** Takes an end tag into account. Out: whether it belongs to an element that was let through. */
function close(name: string, open: string[], unopened: Map<string, number>): boolean {
  const waiting = unopened.get(name) ?? 0;
  if (waiting > 0) {
    unopened.set(name, waiting - 1);
    return false;
  }
  const opened = open.lastIndexOf(name);
  if (opened >= 0) open.length = opened;
  return opened >= 0 || name === 'p' || name === 'br';
}

/**
 * Drops the tags that would nest elements deeper than `MAX_DEPTH`, those of more elements than a text
 * could need, and the end tags of elements that are not open. The HTML parser behind costs time in proportion to open elements for every tag, so
 * a flood of unclosed ones must not reach it.
 *
 * In: any HTML, and the budget of a text that it is a part of. Out: the same HTML unless it holds that many tags. Linear time.
 */
export function limitTags(html: string, budget: TagBudget = tagBudget(html.length)): string {
  if (hasFewTags(html, MAX_DEPTH)) return html;
  const open: string[] = [];
  const unopened = new Map<string, number>();
  const kept: string[] = [];
  let copied = 0;
  let at = html.indexOf('<');
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4);
      if (end < 0) break;
      at = html.indexOf('<', end + 3);
      continue;
    }
    const closing = html[at + 1] === '/';
    const from = at + (closing ? 2 : 1);
    const to = nameEnd(html, from);
    if (to === from) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    const name = html.slice(from, Math.min(to, from + 32)).toLowerCase();
    const end = html.indexOf('>', to);
    if (end < 0) break;
    let drop = false;
    if (closing) {
      drop = !close(name, open, unopened);
    } else {
      budget.left -= 1;
      const isOver = budget.left < 0 && name !== 'script' && name !== 'style';
      if (SELF_ENDING.has(name) && open.at(-1) === name) open.pop();
      const isVoid = VOID.has(name);
      drop = isOver || (open.length >= MAX_DEPTH && !isVoid);
      if (drop && !isVoid) unopened.set(name, (unopened.get(name) ?? 0) + 1);
      else if (!isVoid) open.push(name);
    }
    if (drop) {
      kept.push(html.slice(copied, at), budget.left < 0 ? ' ' : '');
      copied = end + 1;
    }
    at = html.indexOf('<', drop ? end + 1 : to);
  }
  if (copied === 0) return html;
  kept.push(html.slice(copied));
  return kept.join('');
}
