import type { Post } from '../../library/post.ts';
import type { PostView } from './place.ts';

/** What the world outside the state is asked to do. */
export type Effect =
  | { readonly type: 'quit' | 'suspend' | 'redraw' | 'undo' }
  /** Earlier command lines are wanted. */
  | { readonly type: 'recall' }
  | {
      readonly type: 'mark';
      readonly kind: 'read' | 'unread' | 'star' | 'unstar';
      readonly post: Post;
    }
  | { readonly type: 'mark-all'; readonly view: PostView }
  /** An address for the browser; `sure` if the person has been asked. */
  | { readonly type: 'browse'; readonly address: string; readonly sure?: boolean }
  | { readonly type: 'copy'; readonly text: string; readonly notice: string }
  | { readonly type: 'copy-text' | 'edit'; readonly post: Post }
  /** The post's text goes to a command, whose output comes back as an event. */
  | { readonly type: 'pipe'; readonly post: Post; readonly command: string }
  /** The command that was started last is ended. */
  | { readonly type: 'interrupt' }
  /** The post's text goes to a file; over one that is there only if `over`. */
  | {
      readonly type: 'write';
      readonly post: Post;
      readonly file: string;
      readonly over: boolean;
    };
