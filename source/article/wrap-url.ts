/** URLs in running text, and where they break. */

/**
 * Where the URL ends whose colon stands at `index`: printable ASCII without `<`, `>` and `"`.
 *
 * @param text Text that may hold a URL.
 * @param limit No URL goes beyond.
 * @returns 0 if that colon is none of a URL's.
 */
export function urlEndAt(text: string, index: number, limit: number): number {
  if (!text.startsWith('://', index)) return 0;
  const before = text.slice(Math.max(0, index - 7), index);
  // `see:http` is a URL's beginning, but `settings.http` a word.
  if (
    !/(?:^|[^a-z])(?:https?|ftp)$/i.test(before) ||
    /[a-z\d][._,@&'’](?:https?|ftp)$/i.test(before)
  )
    return 0;
  let end = index + 3;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (code < 33 || code > 126 || code === 34 || code === 60 || code === 62) break;
    end++;
  }
  return end;
}

/** Where a URL may break, besides the last resort: after these. */
const urlBreaks = '/?&=';
/** Not before these: signs that belong together, stops that close the sentence around it. */
const urlNotAtStart = '/?&=.,:;!)]}\'"';

/**
 * Whether a line may break between two characters of one URL: after `/ ? & =`, but not between
 * slashes, nor right after `://`.
 *
 * @param text Text that holds the URL.
 * @param index Where the second character starts.
 */
export function mayBreakUrl(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  if (!urlBreaks.includes(before) || urlNotAtStart.includes(text.charAt(index))) return false;
  return !(before === '/' && text.charAt(index - 2) === '/' && text.charAt(index - 3) === ':');
}
