/** The reader's words in one language. */
export type Messages = {
  readonly allPosts: string;
  readonly today: string;
  readonly yesterday: string;
  readonly undated: string;
  /** From Sunday on. */
  readonly weekdays: readonly string[];
  /** The word before an image's alternative text. */
  readonly imageWord: string;
  readonly posts: (posts: string, unread: string) => string;
  readonly reading: (posts: string) => string;
  readonly minutesLeft: (minutes: number) => string;
  readonly linkCount: (links: number) => string;
  readonly nextPost: (title: string) => string;
  readonly tooSmall: (columns: number, rows: number) => readonly string[];
  readonly noPosts: (category: string) => string;
  readonly stillReading: string;
  readonly loading: string;
  readonly emptyArticle: string;
  readonly failedArticle: (why: string) => string;
  readonly helpTitle: string;
  readonly toHome: string;
  readonly toCategory: (label: string) => string;
  readonly toPost: (title: string) => string;
  readonly toAnchor: (name: string) => string;
  readonly external: (url: string) => string;
  readonly tag: (tag: string) => string;
  readonly missing: (href: string) => string;
  readonly noFocus: string;
  readonly noSuchLink: (n: number) => string;
  readonly noLinks: string;
  readonly noNextUnread: string;
  readonly noPreviousUnread: string;
  readonly noNextPost: string;
  readonly noPreviousPost: string;
  readonly noNextCategory: string;
  readonly noPreviousCategory: string;
  readonly noHistoryBack: string;
  readonly noHistoryForward: string;
};

const english: Messages = {
  allPosts: 'All posts',
  today: 'Today',
  yesterday: 'Yesterday',
  undated: 'Undated',
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  imageWord: 'image',
  posts: (posts, unread) => `${posts} posts, ${unread} unread`,
  reading: posts => `reading… ${posts}`,
  minutesLeft: minutes => `${minutes} min left`,
  linkCount: links => `${links} ${links === 1 ? 'link' : 'links'}`,
  nextPost: title => `Space: ${title}`,
  tooSmall: (columns, rows) => ['Too small:', `${columns}x${rows} needed`],
  noPosts: category => `No posts in ${category}`,
  stillReading: 'Reading the posts…',
  loading: 'Loading…',
  emptyArticle: '(this post has no text)',
  failedArticle: why => `This post cannot be read: ${why}`,
  helpTitle: 'Keys',
  toHome: 'home',
  toCategory: label => `category ${label}`,
  toPost: title => `post: ${title}`,
  toAnchor: name => `in this post: #${name}`,
  external: url => `outside: ${url}`,
  tag: tag => `tag ${tag}`,
  missing: href => `not in this collection: ${href}`,
  noFocus: 'No link in focus: Tab picks one',
  noSuchLink: n => `There is no link ${n}`,
  noLinks: 'No links here',
  noNextUnread: 'Nothing unread further down',
  noPreviousUnread: 'Nothing unread further up',
  noNextPost: 'The last post of the list',
  noPreviousPost: 'The first post of the list',
  noNextCategory: 'The last category',
  noPreviousCategory: 'The first category',
  noHistoryBack: 'Nothing further back',
  noHistoryForward: 'Nothing further forward',
};

const chinese: Messages = {
  allPosts: '全部文章',
  today: '今天',
  yesterday: '昨天',
  undated: '无日期',
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  imageWord: '图',
  posts: (posts, unread) => `${posts} 篇，${unread} 篇未读`,
  reading: posts => `正在读取… ${posts}`,
  minutesLeft: minutes => `还剩 ${minutes} 分钟`,
  linkCount: links => `${links} 个链接`,
  nextPost: title => `空格键：${title}`,
  tooSmall: (columns, rows) => ['窗口太小', `至少 ${columns}x${rows}`],
  noPosts: category => `${category}：没有文章`,
  stillReading: '正在读取文章…',
  loading: '正在打开…',
  emptyArticle: '（这篇没有正文）',
  failedArticle: why => `这篇无法读取：${why}`,
  helpTitle: '按键',
  toHome: '首页',
  toCategory: label => `栏目：${label}`,
  toPost: title => `文章：${title}`,
  toAnchor: name => `本文内：#${name}`,
  external: url => `站外：${url}`,
  tag: tag => `标签：${tag}`,
  missing: href => `本站没有：${href}`,
  noFocus: '没有选中的链接，按 Tab 选择',
  noSuchLink: n => `没有编号为 ${n} 的链接`,
  noLinks: '这里没有链接',
  noNextUnread: '下面没有未读的了',
  noPreviousUnread: '上面没有未读的了',
  noNextPost: '已是列表的最后一篇',
  noPreviousPost: '已是列表的第一篇',
  noNextCategory: '已是最后一个栏目',
  noPreviousCategory: '已是第一个栏目',
  noHistoryBack: '前面没有了',
  noHistoryForward: '后面没有了',
};

/** The reader's words in the given language. */
export function messagesFor(lang: 'en' | 'zh'): Messages {
  return lang === 'zh' ? chinese : english;
}
