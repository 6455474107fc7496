/** The words of the page that someone meets who has not said where the posts are. */
export type WelcomeWords = {
  readonly title: string;
  readonly looked: (folder: string) => string;
  /** What makes a site of a folder that holds such an entry, by the entry's path from there. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly point: string;
  readonly once: string;
  readonly there: string;
  readonly always: string;
  readonly configured: (file: string) => string;
  readonly newspaper: string;
  readonly open: string;
  readonly quit: string;
};

const english: WelcomeWords = {
  title: 'kanbao 看报: a reader for folders of posts',
  looked: folder => `No posts in ${folder}. Any of these would be a site:`,
  kinds: {
    '_config.yml': 'Jekyll, Hexo',
    _posts: 'Jekyll',
    posts: 'a plain folder of posts',
    content: 'Hugo, Zola',
    'source/_posts': 'Hexo',
  },
  point: 'Tell kanbao where yours are:',
  once: 'this once',
  there: 'from inside the site',
  always: "in the shell's start-up file",
  configured: file => `in ${file}`,
  newspaper: 'Or look around first: a small newspaper comes along. Enter opens it.',
  open: 'read it',
  quit: 'quit',
};

const chinese: WelcomeWords = {
  title: '看报 kanbao：读一个文件夹里的文章',
  looked: folder => `${folder} 里没有文章。有下面任何一项，就是一个网站：`,
  kinds: {
    '_config.yml': 'Jekyll、Hexo',
    _posts: 'Jekyll',
    posts: '一般的文章文件夹',
    content: 'Hugo、Zola',
    'source/_posts': 'Hexo',
  },
  point: '告诉看报文章在哪里：',
  once: '只这一次',
  there: '在网站的文件夹里',
  always: '写进 shell 的启动文件',
  configured: file => `写进 ${file}`,
  newspaper: '也可以先随便看看：按 Enter 打开自带的一份小报。',
  open: '读小报',
  quit: '退出',
};

/** The page's words in the given language. */
export function welcomeWords(lang: 'en' | 'zh'): WelcomeWords {
  return lang === 'zh' ? chinese : english;
}
