/** A text without the slashes at its beginning and its end. By position: an expression is quadratic on many. */
export function trimSlashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === '/') start++;
  while (end > start && text[end - 1] === '/') end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
