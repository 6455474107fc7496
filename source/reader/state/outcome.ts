import type { Post } from '../../library/post.ts';
import type { Effect } from './effect.ts';
import type { Overlay } from './overlay.ts';
import type { PostView } from './place.ts';
import type { Prefs } from './prefs.ts';

/** Where a screen wants to go. */
export type Destination =
  /** `back`: where it was opened from; `up`: from a category to home. */
  | { readonly to: 'back' | 'up' | 'home' | 'search' }
  /** `at`: id of the post to stand on, if the list holds it. */
  | {
      readonly to: 'list';
      readonly view: PostView;
      readonly at?: string;
      readonly stepped?: boolean;
    }
  | {
      readonly to: 'article';
      readonly post: Post;
      readonly list: PostView;
      readonly anchor?: string;
      readonly stepped?: boolean;
      /** Phrases to light, the first of them to open the article at. */
      readonly phrases?: readonly string[];
    };

/** What a screen's reducer answers to an action. */
export type Outcome<P> = {
  /** The screen's state after the action; kept in history when `go` leads elsewhere. */
  readonly place: P;
  readonly go?: Destination;
  readonly effects?: readonly Effect[];
  /** Shown in the status line until the next key. */
  readonly notice?: string;
  /** What lies over the screen from now on. */
  readonly overlay?: Overlay;
  readonly prefs?: Prefs;
};
