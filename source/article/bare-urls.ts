import type { Run } from './document.ts';

const URL_TEXT = /https?:\/\/[\w!#$%&'()*+,\-./:;=?@[\]~]+/gi;
const CLOSING = /[!'),.:;?\]*]$/;

export type BareUrl = { readonly start: number; readonly end: number };

/** Takes off the end what belongs to the sentence: full stops, commas, a bracket opened outside. */
function endOfUrl(url: string): number {
  let end = url.length;
  let open = 0;
  for (let at = 0; at < url.length; at += 1) {
    if (url[at] === '(') open += 1;
    else if (url[at] === ')') open -= 1;
  }
  while (CLOSING.test(url.slice(end - 1, end))) {
    if (url[end - 1] === ')') {
      if (open >= 0) break;
      open += 1;
    }
    end -= 1;
  }
  return end;
}

/**
 * Finds http and https addresses that stand as plain text. In: a leaf's text and its runs. Out: the
 * addresses outside links and code, in order. An address ends before a blank, a full-width mark or
 * any other character that is not ASCII.
 */
export function findBareUrls(text: string, runs: readonly Run[], codeStyle: number): BareUrl[] {
  const urls: BareUrl[] = [];
  if (!text.includes('://')) return urls;
  let next = 0;
  for (const match of text.matchAll(URL_TEXT)) {
    const start = match.index;
    const end = start + endOfUrl(match[0]);
    if (end <= start + match[0].indexOf('://') + 3) continue;
    while ((runs[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    let taken = false;
    for (let at = next; (runs[at]?.start ?? end) < end; at += 1) {
      const run = runs[at];
      taken ||= run !== undefined && (run.link > 0 || (run.style & codeStyle) !== 0);
    }
    if (!taken) urls.push({ start, end });
  }
  return urls;
}

/** Runs with `link` set to `numbers[i]` over `urls[i]`, split where an address begins or ends. */
export function linkRuns(
  runs: readonly Run[],
  urls: readonly BareUrl[],
  numbers: readonly number[],
): Run[] {
  const linked: Run[] = [];
  let next = 0;
  let rest = runs[0];
  const takeBefore = (limit: number, link: number): void => {
    while (rest !== undefined && rest.start < limit) {
      const end = Math.min(rest.end, limit);
      linked.push({ ...rest, end, link: link || rest.link });
      next += rest.end > limit ? 0 : 1;
      rest = rest.end > limit ? { ...rest, start: limit } : runs[next];
    }
  };
  urls.forEach(({ start, end }, index) => {
    const link = numbers[index] ?? 0;
    takeBefore(start, 0);
    let plain = start;
    while (rest !== undefined && rest.start < end) {
      if (rest.start > plain) linked.push({ start: plain, end: rest.start, style: 0, link });
      plain = Math.min(rest.end, end);
      takeBefore(plain, link);
    }
    if (plain < end) linked.push({ start: plain, end, style: 0, link });
  });
  takeBefore(Number.POSITIVE_INFINITY, 0);
  return linked;
}
