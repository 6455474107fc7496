import { join } from 'node:path';

/** Our own posts that are HTML alone: every element, and what Chromium shows of each. */
export const pages = join(import.meta.dirname, 'pages');

/** The file that holds what the browser shows of a page. */
export function recordedText(name: string): string {
  return join(pages, `${name}.txt`);
}
