/**
 * The one table of keys. Handling, footer, help screen and the readme's table all come from it.
 *
 * Key names: a character stands for itself, `^F` is Ctrl and F, `S-Tab` is Shift and Tab; the
 * others are `Space Enter Tab Esc Backspace Up Down Left Right Home End PgUp PgDn`.
 */

export type ScreenName = 'home' | 'category' | 'article' | 'help';

export type Action =
  | 'down'
  | 'up'
  | 'page-down'
  | 'page-up'
  | 'half-down'
  | 'half-up'
  | 'first'
  | 'last'
  | 'page-on'
  | 'open'
  | 'back'
  | 'history-back'
  | 'history-forward'
  | 'next-sibling'
  | 'previous-sibling'
  | 'next-unread'
  | 'previous-unread'
  | 'next-link'
  | 'previous-link'
  | 'switch-pane'
  | 'follow-number'
  | 'toggle-read'
  | 'toggle-star'
  | 'go-home'
  | 'help'
  | 'redraw'
  | 'close'
  | 'quit'
  | 'suspend';

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

const lists: readonly ScreenName[] = ['home', 'category'];
const article: readonly ScreenName[] = ['article'];
const reading: readonly ScreenName[] = ['home', 'category', 'article'];
const paged: readonly ScreenName[] = ['home', 'category', 'help'];
const everywhere: readonly ScreenName[] = ['home', 'category', 'article', 'help'];

/** In the order of the help screen; within a screen the footer keeps it too. */
export const bindings: readonly Binding[] = [
  {
    action: 'open',
    keys: ['Enter', 'l', 'Right'],
    screens: lists,
    help: { en: 'open', zh: '打开' },
    hint: { en: 'open', zh: '打开' },
  },
  {
    action: 'open',
    keys: ['Enter', 'l', 'Right'],
    screens: article,
    help: { en: 'follow the focused link', zh: '跟随选中的链接' },
  },
  {
    action: 'next-link',
    keys: ['Tab'],
    screens: article,
    help: { en: 'next link', zh: '下一个链接' },
    hint: { en: 'links', zh: '链接' },
  },
  {
    action: 'previous-link',
    keys: ['S-Tab'],
    screens: article,
    help: { en: 'previous link', zh: '上一个链接' },
  },
  {
    action: 'follow-number',
    keys: ['1…9', '#21 Enter'],
    screens: article,
    help: { en: 'follow the link of that number', zh: '按编号跟随链接' },
  },
  {
    action: 'switch-pane',
    keys: ['Tab', 'S-Tab'],
    screens: ['home'],
    help: { en: 'other pane', zh: '切换栏' },
  },
  {
    action: 'down',
    keys: ['j', 'Down'],
    screens: everywhere,
    help: { en: 'down; 5j goes five down', zh: '向下；5j 向下五行' },
  },
  { action: 'up', keys: ['k', 'Up'], screens: everywhere, help: { en: 'up', zh: '向上' } },
  {
    action: 'page-on',
    keys: ['Space'],
    screens: article,
    help: { en: 'page down; at the end, the next post', zh: '下一页；到末尾则读下一篇' },
  },
  {
    action: 'page-down',
    keys: ['f', 'PgDn', '^F'],
    screens: article,
    help: { en: 'page down', zh: '下一页' },
  },
  {
    action: 'page-down',
    keys: ['Space', 'f', 'PgDn', '^F'],
    screens: paged,
    help: { en: 'page down', zh: '下一页' },
  },
  {
    action: 'page-up',
    keys: ['b', 'PgUp', '^B'],
    screens: everywhere,
    help: { en: 'page up', zh: '上一页' },
  },
  {
    action: 'half-down',
    keys: ['d', '^D'],
    screens: everywhere,
    help: { en: 'half a page down', zh: '下半页' },
  },
  {
    action: 'half-up',
    keys: ['u', '^U'],
    screens: everywhere,
    help: { en: 'half a page up', zh: '上半页' },
  },
  {
    action: 'first',
    keys: ['g', 'Home'],
    screens: everywhere,
    help: { en: 'to the beginning', zh: '到开头' },
  },
  {
    action: 'last',
    keys: ['G', 'End'],
    screens: everywhere,
    help: { en: 'to the end; 42G goes to the 42nd', zh: '到末尾；42G 到第 42 条' },
  },
  {
    action: 'back',
    keys: ['h', 'Left', 'Backspace', 'Esc'],
    screens: lists,
    help: { en: 'up', zh: '返回上一层' },
  },
  {
    action: 'back',
    keys: ['h', 'Left', 'Backspace', 'Esc'],
    screens: ['article', 'help'],
    help: { en: 'back', zh: '返回' },
    hint: { en: 'back', zh: '返回' },
  },
  {
    action: 'history-back',
    keys: ['H'],
    screens: everywhere,
    help: { en: 'back in history', zh: '历史后退' },
  },
  {
    action: 'history-forward',
    keys: ['L'],
    screens: everywhere,
    help: { en: 'forward in history', zh: '历史前进' },
  },
  {
    action: 'next-sibling',
    keys: ['J'],
    screens: lists,
    help: { en: 'next category', zh: '下一个栏目' },
  },
  {
    action: 'previous-sibling',
    keys: ['K'],
    screens: lists,
    help: { en: 'previous category', zh: '上一个栏目' },
  },
  {
    action: 'next-sibling',
    keys: ['J'],
    screens: article,
    help: { en: 'next post of the list', zh: '列表中的下一篇' },
    hint: { en: 'next', zh: '下一篇' },
  },
  {
    action: 'previous-sibling',
    keys: ['K'],
    screens: article,
    help: { en: 'previous post of the list', zh: '列表中的上一篇' },
  },
  {
    action: 'next-unread',
    keys: ['n'],
    screens: reading,
    help: { en: 'next unread', zh: '下一个未读' },
  },
  {
    action: 'previous-unread',
    keys: ['N'],
    screens: reading,
    help: { en: 'previous unread', zh: '上一个未读' },
  },
  {
    action: 'toggle-read',
    keys: ['m'],
    screens: reading,
    help: { en: 'mark read or unread', zh: '标为已读或未读' },
  },
  {
    action: 'toggle-star',
    keys: ['*'],
    screens: reading,
    help: { en: 'star', zh: '加星或去星' },
  },
  {
    action: 'go-home',
    keys: ['0'],
    screens: ['category', 'article', 'help'],
    help: { en: 'home', zh: '首页' },
    hint: { en: 'home', zh: '首页' },
  },
  {
    action: 'help',
    keys: ['?'],
    screens: reading,
    help: { en: 'this help', zh: '本帮助' },
    hint: { en: 'help', zh: '帮助' },
  },
  { action: 'redraw', keys: ['^L'], screens: everywhere, help: { en: 'redraw', zh: '重画屏幕' } },
  {
    action: 'close',
    keys: ['q'],
    screens: ['category', 'article', 'help'],
    help: { en: 'close this view', zh: '关闭本页' },
  },
  {
    action: 'quit',
    keys: ['q', 'Q', '^C'],
    screens: ['home'],
    help: { en: 'quit', zh: '退出' },
    hint: { en: 'quit', zh: '退出' },
  },
  {
    action: 'quit',
    keys: ['Q', '^C'],
    screens: ['category', 'article', 'help'],
    help: { en: 'quit', zh: '退出' },
  },
  {
    action: 'suspend',
    keys: ['^Z'],
    screens: everywhere,
    help: { en: 'suspend', zh: '挂起' },
  },
];
