import type { Post } from '../../library/post.ts';

/** What the world outside the state is asked to do. */
export type Effect =
  | { readonly type: 'quit' | 'suspend' | 'redraw' }
  | {
      readonly type: 'mark';
      readonly kind: 'read' | 'unread' | 'star' | 'unstar';
      readonly post: Post;
    };

/** Where a screen wants to go. */
export type Destination =
  /** `back`: where it was opened from; `up`: from a category to home. */
  | { readonly to: 'back' | 'up' | 'home' }
  /** `at`: id of the post to stand on, if the list holds it. */
  | {
      readonly to: 'category';
      readonly slug: string;
      readonly at?: string;
      readonly stepped?: boolean;
    }
  | {
      readonly to: 'article';
      readonly post: Post;
      readonly list: string;
      readonly anchor?: string;
      readonly stepped?: boolean;
    };

/** What a screen's reducer answers to an action. */
export type Outcome<P> = {
  /** The screen's state after the action; kept in history when `go` leads elsewhere. */
  readonly place: P;
  readonly go?: Destination;
  readonly effects?: readonly Effect[];
  /** Shown in the status line until the next key. */
  readonly notice?: string;
};
