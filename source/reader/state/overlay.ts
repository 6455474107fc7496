import type { Recalled } from './answers.ts';
import type { Effect } from './effect.ts';
import type { Entry } from './entry.ts';
import type { ListState, Place } from './place.ts';

/** What a line of text is asked for. */
export type Ask = 'filter' | 'find' | 'pipe' | 'write';

/** What a finder finds. */
export type Findable = 'category' | 'tag' | 'link' | 'heading';

/** What lies over a screen and takes its keys. */
export type Overlay =
  | (Recalled & {
      readonly kind: 'prompt';
      readonly ask: Ask;
      /** The place as it was, for whoever cancels. */
      readonly before: Place;
    })
  | {
      readonly kind: 'finder';
      readonly what: Findable;
      readonly entry: Entry;
      readonly list: ListState;
    }
  | { readonly kind: 'sort' }
  | { readonly kind: 'hints'; readonly typed: string }
  | { readonly kind: 'confirm'; readonly question: string; readonly effect: Effect };
