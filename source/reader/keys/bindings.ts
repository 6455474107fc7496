import type { Action, Binding, ScreenName, Words } from './actions.ts';

const lists: readonly ScreenName[] = ['home', 'category', 'search'];
const article: readonly ScreenName[] = ['article'];
const texts: readonly ScreenName[] = ['help', 'pager'];
const reading: readonly ScreenName[] = [...lists, ...article];
const paged: readonly ScreenName[] = [...lists, ...texts];
const screens: readonly ScreenName[] = [...reading, ...texts];
const typing: readonly ScreenName[] = ['prompt', 'finder'];
const asking: readonly ScreenName[] = ['prompt', 'finder', 'sort', 'hints', 'confirm'];
const everywhere: readonly ScreenName[] = [...screens, ...asking];

const quitting = [
  'quit; ^C ends a running command first',
  '退出；有命令在运行时 ^C 先结束它',
] as const;

function bind(
  action: Action,
  keys: string,
  where: readonly ScreenName[],
  help: readonly [en: string, zh: string],
  hint?: readonly [en: string, zh: string],
): Binding {
  const words = ([en, zh]: readonly [string, string]): Words => ({ en, zh });
  const binding = { action, keys: keys.split(' '), screens: where, help: words(help) };
  return hint === undefined ? binding : { ...binding, hint: words(hint) };
}

/**
 * The one table of keys. Handling, footer, help screen and the readme's table all come from it, in
 * the order of the help screen; within a screen the footer keeps it too.
 *
 * Key names: a character stands for itself, `^F` is Ctrl and F, `S-Tab` is Shift and Tab; the
 * others are `Space Enter Tab Esc Backspace Delete Up Down Left Right Home End PgUp PgDn`.
 */
export const bindings: readonly Binding[] = [
  bind('open', 'Enter l Right', lists, ['open', '打开'], ['open', '打开']),
  bind('open', 'Enter l Right', article, [
    'follow the focused link; open a focused image outside',
    '跟随选中的链接；图片在外部打开',
  ]),
  bind('next-link', 'Tab', article, ['next link or image', '下一个链接或图片'], ['links', '链接']),
  bind('previous-link', 'S-Tab', article, ['previous link or image', '上一个链接或图片']),
  bind('follow-number', '1…9 #21⏎', article, ['follow the link of that number', '按编号跟随链接']),
  bind('hints', 'F', article, ['follow a link by letters', '按字母跟随链接']),
  bind('links', 'i', article, ['list of links and images', '链接与图片一览']),
  bind('headings', 'O', article, ['list of headings', '小标题一览']),
  bind('resume', '.', article, ['go on where reading stopped', '从上次停下处继续读']),
  bind(
    'switch-pane',
    'Tab S-Tab',
    ['home', 'search'],
    ['other pane; from results back to the words', '切换栏；从搜索结果回到输入'],
  ),
  bind('down', 'j Down', screens, ['down; 5j goes five down', '向下；5j 向下五行']),
  bind('up', 'k Up', screens, ['up', '向上']),
  bind('page-on', 'Space', article, [
    'page down; at the end, the next post',
    '下一页；到末尾则读下一篇',
  ]),
  bind('page-down', 'f PgDn ^F', article, ['page down', '下一页']),
  bind('page-down', 'Space f PgDn ^F', paged, ['page down', '下一页']),
  bind('page-up', 'b PgUp ^B', screens, ['page up', '上一页']),
  bind('half-down', 'd ^D', screens, ['half a page down', '下半页']),
  bind('half-up', 'u ^U', screens, ['half a page up', '上半页']),
  bind('first', 'g Home', screens, ['to the beginning', '到开头']),
  bind('last', 'G End', screens, ['to the end; 42G goes to the 42nd', '到末尾；42G 到第 42 条']),
  bind('back', 'h Left Backspace', lists, ['up', '返回上一层']),
  bind('back', 'h Left Backspace', [...article, ...texts], ['back', '返回'], ['back', '返回']),
  bind('escape', 'Esc', screens, [
    'end the filter or the search, then back',
    '先取消筛选或查找，再返回',
  ]),
  bind('history-back', 'H', screens, ['back in history', '历史后退']),
  bind('history-forward', 'L', screens, ['forward in history', '历史前进']),
  bind('next-sibling', 'J', lists, ['next category', '下一个栏目']),
  bind('previous-sibling', 'K', lists, ['previous category', '上一个栏目']),
  bind(
    'next-sibling',
    'J',
    article,
    ['next post of the list', '列表中的下一篇'],
    ['next', '下一篇'],
  ),
  bind('previous-sibling', 'K', article, ['previous post of the list', '列表中的上一篇']),
  bind('next-unread', 'n', lists, ['next unread', '下一个未读']),
  bind('previous-unread', 'N', lists, ['previous unread', '上一个未读']),
  bind(
    'next-unread',
    'n',
    [...article, ...texts],
    ['next place found, else next unread', '下一处；没有查找时为下一个未读'],
  ),
  bind(
    'previous-unread',
    'N',
    [...article, ...texts],
    ['previous place found, else previous unread', '上一处；没有查找时为上一个未读'],
  ),
  bind(
    'go-home',
    '0',
    ['category', 'search', ...article, ...texts],
    ['home', '首页'],
    ['home', '首页'],
  ),
  bind('pick-category', 'c', reading, ['pick a category', '选择栏目'], ['categories', '栏目']),
  bind('pick-tag', 't', reading, ['pick a tag', '选择标签']),
  bind('search', '/', lists, ['search titles and bodies', '搜索标题和正文'], ['search', '搜索']),
  bind('search', '/', [...article, ...texts], ['find in the text', '在文中查找'], ['find', '查找']),
  bind('filter', '&', ['home', 'category', 'help'], ['filter this list', '筛选本列表']),
  bind('sort', 's', ['home', 'category'], ['sort the posts', '文章排序']),
  bind('reverse', 'S', ['home', 'category'], ['reverse the order', '颠倒次序']),
  bind('toggle-read', 'm', reading, ['mark read or unread', '标为已读或未读']),
  bind('mark-all-read', 'M', reading, ['mark the whole list read', '整个列表标为已读']),
  bind('toggle-star', '*', reading, ['star', '加星或去星']),
  bind('undo', 'U', reading, ['take back the last mark', '撤销上一次标记']),
  bind('browse', 'o', reading, [
    'open in the browser; a focused link first',
    '在浏览器中打开；选中的链接优先',
  ]),
  bind('copy-address', 'y', reading, [
    'copy the address; a focused link first',
    '复制网址；选中的链接优先',
  ]),
  bind('copy-text', 'Y', reading, ['copy the text', '复制正文']),
  bind('pipe', '|', reading, [
    'pipe the text to a command, show what it prints',
    '把正文交给命令，显示其输出',
  ]),
  bind('edit', 'e', reading, ['edit the file', '编辑文件']),
  bind('write', 'w', reading, ['write the text to a file', '把正文存为文件']),
  bind('layout', '=', ['home'], ['one pane or two', '单栏或双栏']),
  bind('narrower', '-', ['home'], ['narrower categories', '栏目变窄']),
  bind('wider', '+', ['home'], ['wider categories', '栏目变宽']),
  bind('layout', '=', article, [
    'measure: with link numbers, without, full width',
    '版面：有链接编号、无编号、全宽',
  ]),
  bind('narrower', '-', article, ['narrower text', '正文变窄']),
  bind('wider', '+', article, ['wider text', '正文变宽']),
  bind('help', '?', [...reading, 'pager'], ['this help', '本帮助'], ['help', '帮助']),
  bind('close', 'q', ['category', 'search', ...article, ...texts], ['close this view', '关闭本页']),
  bind('quit', 'q Q ^C', ['home'], quitting, ['quit', '退出']),
  bind('quit', 'Q ^C', ['category', 'search', ...article, ...texts], quitting),
  bind('redraw', '^L', everywhere, ['redraw', '重画屏幕']),
  bind('suspend', '^Z', everywhere, ['suspend', '挂起']),
  bind('sort-date', 'd', ['sort'], ['by date', '按日期'], ['date', '日期']),
  bind('sort-title', 't', ['sort'], ['by title', '按标题'], ['title', '标题']),
  bind('sort-category', 'c', ['sort'], ['by category', '按栏目'], ['category', '栏目']),
  bind('accept', 'Enter', ['finder'], ['open the chosen one', '打开选中的'], ['open', '打开']),
  bind('accept', 'Enter', ['prompt'], ['end the input', '完成输入']),
  bind('accept', 'Enter y', ['confirm'], ['yes', '是'], ['yes', '是']),
  bind('cancel', 'n Esc ^C q', ['confirm'], ['no', '否'], ['no', '否']),
  bind(
    'cancel',
    'Esc ^C ^G',
    ['prompt', 'finder', 'sort', 'hints'],
    ['cancel', '取消'],
    ['cancel', '取消'],
  ),
  bind('down', 'Down ^N', ['finder'], ['down', '向下']),
  bind('up', 'Up ^P', ['finder'], ['up', '向上']),
  bind('page-down', 'PgDn', ['finder'], ['page down', '下一页']),
  bind('page-up', 'PgUp', ['finder'], ['page up', '上一页']),
  bind('switch-pane', 'Tab', ['finder'], ['from the words to the list', '从输入到列表']),
  bind('older', 'Up ^P', ['prompt'], ['earlier input', '更早的输入'], ['earlier', '更早']),
  bind('newer', 'Down ^N', ['prompt'], ['later input', '更晚的输入']),
  bind('cursor-left', 'Left ^B', typing, ['left', '向左']),
  bind('cursor-right', 'Right ^F', typing, ['right', '向右']),
  bind('cursor-start', 'Home ^A', typing, ['to the beginning', '到开头']),
  bind('cursor-end', 'End ^E', typing, ['to the end', '到末尾']),
  bind('delete-back', 'Backspace', [...typing, 'hints'], ['delete', '删除']),
  bind('delete-forward', 'Delete ^D', typing, ['delete to the right', '向右删除']),
  bind('delete-word', '^W', typing, ['delete a word', '删除一个词']),
  bind('delete-to-start', '^U', typing, ['delete to the beginning', '删到开头']),
  bind('delete-to-end', '^K', typing, ['delete to the end', '删到末尾']),
];
