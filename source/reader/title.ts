import { cleanField } from '../article/sanitise.ts';
import { cutText } from '../article/width.ts';
import { createMode } from '../system/terminal-modes.ts';
import { viewName } from './rows/arrangement-text.ts';
import type { Context } from './state/context.ts';
import { ALL_POSTS, type Place } from './state/place.ts';
import { soughtWords } from './state/search.ts';

/** xterm's stack of titles: what stood there before comes back at the end. */
const KEEP = '\x1b[22;0t';
const RESTORE = '\x1b[23;0t';

/** Cells of a title: terminals show far fewer, and some take a long one amiss. */
const LONGEST = 200;

function placeTitle(place: Place, context: Context): string {
  const { messages } = context;
  switch (place.screen) {
    case 'home':
      return '';
    case 'category':
      return place.view.name === ALL_POSTS ? messages.allPosts : viewName(place.view, context);
    case 'search':
      return `${messages.searchFor}${soughtWords(place)}`.trim();
    case 'article':
      return place.post.title;
    case 'help':
      return messages.helpTitle;
    case 'pager':
      return place.title;
  }
}

/** The terminal's title for a place: what is read, then the site. */
export function titleOf(place: Place, context: Context): string {
  const parts = [placeTitle(place, context), context.library.site.title];
  return parts
    .filter(part => part !== '')
    .map(part => cutText(cleanField(part), LONGEST))
    .join(' - ');
}

export type Title = {
  readonly show: (title: string) => void;
  readonly restore: () => void;
};

/** Shows titles on the terminal that `write` reaches (OSC 2), each once; whatever ends the program restores. */
export function createTitle(write: (sequence: string) => void): Title {
  const own = createMode({ on: KEEP, off: RESTORE }, write);
  let shown: string | undefined;
  return {
    show: title => {
      if (title === shown) return;
      own.on();
      shown = title;
      write(`\x1b]2;${title}\x1b\\`);
    },
    restore: own.end,
  };
}
