/** Where keys are pressed: a screen, or what lies over one and takes the keys meanwhile. */
export type ScreenName =
  | 'home'
  | 'category'
  | 'search'
  | 'article'
  | 'help'
  | 'pager'
  /** A line of text is asked for. */
  | 'prompt'
  /** A line of text that finds something in a list. */
  | 'finder'
  | 'sort'
  | 'hints'
  | 'confirm';

/** What can be done; the configuration rebinds keys by these names. */
export const actions = [
  'open',
  'back',
  'escape',
  'down',
  'up',
  'page-down',
  'page-up',
  'half-down',
  'half-up',
  'first',
  'last',
  'page-on',
  'switch-pane',
  'next-link',
  'previous-link',
  'follow-number',
  'hints',
  'links',
  'headings',
  'resume',
  'history-back',
  'history-forward',
  'next-sibling',
  'previous-sibling',
  'next-unread',
  'previous-unread',
  'go-home',
  'pick-category',
  'pick-tag',
  'search',
  'filter',
  'sort',
  'reverse',
  'toggle-read',
  'mark-all-read',
  'toggle-star',
  'undo',
  'browse',
  'copy-address',
  'copy-text',
  'pipe',
  'edit',
  'write',
  'layout',
  'narrower',
  'wider',
  'help',
  'redraw',
  'close',
  'quit',
  'suspend',
  'accept',
  'cancel',
  'type',
  'older',
  'newer',
  'cursor-left',
  'cursor-right',
  'cursor-start',
  'cursor-end',
  'delete-back',
  'delete-forward',
  'delete-word',
  'delete-to-start',
  'delete-to-end',
  'sort-date',
  'sort-title',
  'sort-category',
] as const;

export type Action = (typeof actions)[number];

/** Words in the interface's languages. */
export type Words = { readonly en: string; readonly zh: string };

export type Binding = {
  readonly action: Action;
  readonly keys: readonly string[];
  readonly screens: readonly ScreenName[];
  readonly help: Words;
  /** A short word for the footer; bindings without one stand on the help screen only. */
  readonly hint?: Words;
};

/** Screens on which keys type text. */
export function takesText(screen: ScreenName): boolean {
  return screen === 'prompt' || screen === 'finder' || screen === 'hints';
}
