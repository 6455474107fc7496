import type { Post } from '../library/post.ts';

/** What a command that a post's text went to has printed. */
export type CommandPrint = {
  readonly lines: readonly string[];
  /** What to say of how it ended; empty if there is nothing to say. */
  readonly notice: string;
};

/** `ask`: nothing has been done yet, and `notice` is the question whether to. */
export type Answer = { readonly what: 'done' | 'ask'; readonly notice: string };

/**
 * The world outside the reader. What fails is an answer in words, for the status line, and never an
 * error.
 */
export type Outside = {
  /** Opens an address; asks first unless it is one of a page or a letter, or `sure`. */
  readonly browse: (address: string, sure: boolean) => Promise<Answer>;
  /** Puts text on the clipboard; false if that cannot be. */
  readonly copy: (text: string) => Promise<boolean>;
  /** Lends the terminal to the editor; settles when it is closed, with what to say. */
  readonly edit: (post: Post) => Promise<string>;
  /** Runs a command line; `stop` ends it and all it has started. */
  readonly pipe: (command: string, text: string, stop: AbortSignal) => Promise<CommandPrint>;
  /** Command lines typed in other sessions, the newest last. */
  readonly answers: () => Promise<readonly string[]>;
  /** Writes a file; asks before one of that name is replaced, unless `sure`. */
  readonly write: (file: string, post: Post, text: string, sure: boolean) => Promise<Answer>;
  /** Gives the terminal back to the shell until the reader goes on. */
  readonly suspend: () => Promise<void>;
  /** Remembers where reading a post stopped: an offset of its article, null if nowhere. */
  readonly stop: (post: Post, offset: number | null, length: number) => void;
};
