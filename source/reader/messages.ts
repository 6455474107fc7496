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
  /** The layouts of an article, by `Prefs.article`. */
  readonly layouts: Readonly<Record<'numbers' | 'plain' | 'full', string>>;
  readonly measure: (cells: number) => string;
  /** What a prompt asks for, by `Ask`. */
  readonly prompts: Readonly<Record<'filter' | 'find' | 'pipe' | 'write', string>>;
  /** What a finder finds, by `Findable`. */
  readonly finders: Readonly<Record<'category' | 'tag' | 'link' | 'heading', string>>;
  readonly searchFor: string;
  readonly searchHelp: string;
  readonly filterHelp: string;
  readonly sortBy: string;
  readonly hintHelp: (typed: string) => string;
  readonly hits: (hits: string) => string;
  readonly searching: (hits: string) => string;
  readonly counting: string;
  readonly arranging: string;
  readonly byTitle: string;
  readonly byCategory: string;
  readonly reversed: string;
  readonly uncategorised: string;
  /** Nothing fits: what was asked, and the key that shows all again. */
  readonly noneFit: (words: string, where: string, key: string) => string;
  readonly noHits: (words: string) => string;
  readonly noNames: (words: string, key: string) => string;
  readonly nothingSought: string;
  readonly notFound: (words: string) => string;
  readonly fromTheTop: string;
  readonly fromTheEnd: string;
  readonly noHeadings: string;
  readonly noStop: string;
  readonly stoppedAt: (percent: number, key: string) => string;
  readonly noSuchHint: (letters: string) => string;
  readonly noPostHere: string;
  readonly noAddress: string;
  readonly copied: (address: string) => string;
  readonly copiedText: string;
  readonly opened: (address: string) => string;
  readonly notOpened: (address: string) => string;
  readonly askOpen: (address: string) => string;
  readonly copyFailed: string;
  readonly noEditor: (command: string) => string;
  readonly editorEnded: (code: number) => string;
  readonly running: (command: string) => string;
  readonly commandDone: (command: string) => string;
  readonly commandEnded: (command: string, code: string) => string;
  readonly cutOutput: string;
  readonly written: (file: string) => string;
  readonly askReplace: (file: string) => string;
  readonly notWritten: (file: string, why: string) => string;
  readonly yesNo: string;
  readonly markedRead: (posts: string) => string;
  readonly allRead: string;
  readonly undone: (marks: string) => string;
  readonly nothingToUndo: string;
  readonly vanished: string;
  readonly failedScreen: string;
  readonly failedScreenHelp: (back: string, quit: string) => string;
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
  layouts: {
    numbers: 'Links with numbers',
    plain: 'Links without numbers',
    full: 'Full width',
  },
  measure: cells => `${cells} columns`,
  prompts: { filter: 'Filter: ', find: 'Find: ', pipe: 'Pipe to: ', write: 'Write to: ' },
  finders: { category: 'Category: ', tag: 'Tag: ', link: 'Link: ', heading: 'Heading: ' },
  searchFor: 'Search: ',
  searchHelp: 'Words that titles or bodies hold, all of them',
  filterHelp: '* starred  ! unread',
  sortBy: 'Sort',
  hintHelp: typed => (typed === '' ? 'Type the letters of a link' : `Link ${typed}`),
  hits: hits => (hits === '1' ? '1 post' : `${hits} posts`),
  searching: hits => `searching… ${hits}`,
  counting: 'Counting…',
  arranging: 'sorting…',
  byTitle: 'by title',
  byCategory: 'by category',
  reversed: 'reversed',
  uncategorised: 'No category',
  noneFit: (words, where, key) => `No post in ${where} fits “${words}”. ${key} shows all.`,
  noHits: words => `No post holds “${words}”.`,
  noNames: (words, key) => `No name holds “${words}”. ${key} shows all.`,
  nothingSought: 'Nothing is being sought: / finds',
  notFound: words => `Not found: ${words}`,
  fromTheTop: 'Past the end: from the top',
  fromTheEnd: 'Past the top: from the end',
  noHeadings: 'No headings here',
  noStop: 'Reading has not stopped anywhere here',
  stoppedAt: (percent, key) => `You stopped at ${percent}%: ${key} goes on`,
  noSuchHint: letters => `No link ${letters}`,
  noPostHere: 'Choose a post first',
  noAddress: 'The address is not known: the site names no host',
  copied: address => `Copied: ${address}`,
  copiedText: 'The text is copied',
  opened: address => `Opened: ${address}`,
  notOpened: address => `Nothing here opens ${address}`,
  askOpen: address => `Open ${address}?`,
  copyFailed: 'Too long to copy',
  noEditor: command => `No such editor: ${command}`,
  editorEnded: code => `The editor ended with ${code}`,
  running: command => `Running ${command}…`,
  commandDone: command => `Done: ${command}`,
  commandEnded: (command, code) => `${command} ended with ${code}`,
  cutOutput: 'The output goes on; only its beginning is kept',
  written: file => `Written: ${file}`,
  askReplace: file => `${file} exists. Replace it?`,
  notWritten: (file, why) => `Not written: ${why} (${file})`,
  yesNo: 'y/n',
  markedRead: posts => `${posts} marked read; U takes it back`,
  allRead: 'All is read here',
  undone: marks => (marks === '1' ? 'One mark taken back' : `${marks} marks taken back`),
  nothingToUndo: 'Nothing to take back',
  vanished: 'This post is no longer in the folder',
  failedScreen: 'This screen failed:',
  failedScreenHelp: (back, quit) => `${back} goes back, ${quit} quits, any other key tries again.`,
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
  layouts: { numbers: '链接带编号', plain: '链接不带编号', full: '全宽' },
  measure: cells => `每行 ${cells} 格`,
  prompts: { filter: '筛选：', find: '查找：', pipe: '交给命令：', write: '存为：' },
  finders: { category: '栏目：', tag: '标签：', link: '链接：', heading: '小标题：' },
  searchFor: '搜索：',
  searchHelp: '输入词语，标题或正文须全部含有',
  filterHelp: '* 加星  ! 未读',
  sortBy: '排序',
  hintHelp: typed => (typed === '' ? '键入链接上的字母' : `链接 ${typed}`),
  hits: hits => `${hits} 篇`,
  searching: hits => `正在搜索… ${hits}`,
  counting: '正在统计…',
  arranging: '正在排序…',
  byTitle: '按标题',
  byCategory: '按栏目',
  reversed: '倒序',
  uncategorised: '无栏目',
  noneFit: (words, where, key) => `${where}里没有符合“${words}”的文章，按 ${key} 显示全部。`,
  noHits: words => `没有文章含有“${words}”。`,
  noNames: (words, key) => `没有名称含有“${words}”，按 ${key} 显示全部。`,
  nothingSought: '还没有查找内容，按 / 查找',
  notFound: words => `没有找到：${words}`,
  fromTheTop: '已到末尾，从头继续',
  fromTheEnd: '已到开头，从末尾继续',
  noHeadings: '这里没有小标题',
  noStop: '这篇没有停下的位置',
  stoppedAt: (percent, key) => `上次读到 ${percent}%，按 ${key} 继续`,
  noSuchHint: letters => `没有链接 ${letters}`,
  noPostHere: '请先选一篇文章',
  noAddress: '网址未知：站点没有写明域名',
  copied: address => `已复制：${address}`,
  copiedText: '正文已复制',
  opened: address => `已打开：${address}`,
  notOpened: address => `没有程序能打开 ${address}`,
  askOpen: address => `打开 ${address} 吗？`,
  copyFailed: '太长，无法复制',
  noEditor: command => `没有这个编辑器：${command}`,
  editorEnded: code => `编辑器以 ${code} 结束`,
  running: command => `正在运行 ${command}…`,
  commandDone: command => `已完成：${command}`,
  commandEnded: (command, code) => `${command} 以 ${code} 结束`,
  cutOutput: '输出太长，只保留了开头',
  written: file => `已存为 ${file}`,
  askReplace: file => `${file} 已存在，覆盖吗？`,
  notWritten: (file, why) => `未能写入：${why}（${file}）`,
  yesNo: 'y/n',
  markedRead: posts => `${posts} 篇标为已读，按 U 撤销`,
  allRead: '这里都已读过',
  undone: marks => `已撤销 ${marks} 个标记`,
  nothingToUndo: '没有可撤销的标记',
  vanished: '这篇文章已不在文件夹中',
  failedScreen: '本页出错：',
  failedScreenHelp: (back, quit) => `${back} 返回，${quit} 退出，其他键重试。`,
};

/** The reader's words in the given language. */
export function messagesFor(lang: 'en' | 'zh'): Messages {
  return lang === 'zh' ? chinese : english;
}
