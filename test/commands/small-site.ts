import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import type { TestContext } from 'node:test';
import { type Outcome, runCommandLine } from '../../source/commands/run.ts';
import { root } from '../helpers/home.ts';

/** A site of six posts in two categories, with what commands have to tell apart. */
const files: Readonly<Record<string, string>> = {
  '_config.yml': 'title: 海滨新闻\nurl: https://news.example\ntimezone: Asia/Shanghai\n',
  '_posts/2022-03-11-harbour.md': `---
title: 海港三月吞吐量创新高
date: 2022-03-11 10:17:03 +0800
categories: gangkou
tags: [海港新闻, GDP]
---
# 三月

海港本月吞吐量达到120万标箱，详见<a href="/gangkou/2022/03/10/bridge.html">大桥报道</a>和[统计局](https://stats.example/a?b=1)。

![码头的夜晚](/img/night.jpg)

[返回海港新闻](//news.example/category/gangkou.html)｜[返回首页](//news.example/)
`,
  '_posts/2022-03-10-bridge.md': `---
title: 大桥合龙
date: 2022-03-10 23:30:00 +0800
categories: gangkou
tags: 海港新闻
---
<p>大桥昨夜合龙。</p><p>见<a href="/gangkou/2021/01/01/gone.html">没有的报道</a>。</p>

[返回海港新闻](//news.example/category/gangkou.html)
`,
  '_posts/2022-02-01-tide.md': `---
title: "Reading a tide table"
date: 2022-02-01 08:00:00 +0800
categories: english
tags: tides
---
High water comes twice a day. GDP is not mentioned in the title.

[Back to English News](//news.example/category/english.html)
`,
  '_posts/2021-12-31-harbour-year.md': `---
title: Harbour, the year
date: 2021-12-31
categories: english
---
Twelve months of ships. See {% post_url 2022-03-11-harbour %}.
`,
  '_posts/undated.md': `---
title: 没有日期的一篇
categories: gangkou
---
正文。
`,
  '_posts/2022-01-15-evil.md': `---
title: "Evil \\e]52;c;AAAA\\a title"
date: 2022-01-15
categories: english
---
Body \u001b[31mred\u001b[m, [link](http://x.example/\u009b1m).
`,
  '_drafts/later.md': '---\ntitle: Later\ncategories: english\n---\nNot yet.\n',
};

/** Writes the site into a folder of its own, which goes when the test ends; gives the site's root. */
export function smallSite(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'kanbao-site-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const root = join(folder, 'news');
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

export type Ran = {
  readonly outcome: Outcome;
  /** The exit code; -1 where the reader would open. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
};

export type RunOptions = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Makes standard input and output a terminal of that many columns. */
  readonly columns?: number;
};

function collector(columns: number | undefined) {
  const pieces: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (piece: string, _, done) => {
      pieces.push(piece);
      done();
    },
  });
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  return { stream: Object.assign(stream, terminal), text: () => pieces.join('') };
}

/** Runs a command line in this process, in a home folder of its own beside `cwd`. */
export async function run(argv: readonly string[], options: RunOptions): Promise<Ran> {
  const { cwd, env = {}, input, columns } = options;
  const out = collector(columns);
  const err = collector(undefined);
  const stdin = input === undefined ? new PassThrough().end() : Readable.from([Buffer.from(input)]);
  const outcome = await runCommandLine({
    argv,
    env: { HOME: join(cwd, '..', 'home'), TERM: 'xterm', ...env },
    cwd,
    now: new Date(2022, 2, 11, 12),
    stdin: () => Object.assign(stdin, columns === undefined ? {} : { isTTY: true }),
    stdout: out.stream,
    stderr: () => err.stream,
    newspaper: join(root, 'posts'),
  });
  return { outcome, code: outcome.ended ?? -1, out: out.text(), err: err.text() };
}
