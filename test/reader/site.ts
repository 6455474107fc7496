import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { findSite } from '../../source/library/find-site.ts';
import { openLibrary } from '../../source/library/open-library.ts';
import { openMarks } from '../../source/marks/open-marks.ts';
import { openPlaces } from '../../source/marks/reading-places.ts';
import { openReader } from '../../source/reader/open-reader.tsx';
import type { ReaderSettings } from '../../source/reader/settings.ts';
import { temporaryFolder } from '../helpers/home.ts';
import { readerSettings } from '../helpers/reader-settings.ts';
import { openScreen, type Screen } from '../helpers/screen.ts';

/** A morning on which the newest posts of the site below are of today and yesterday. */
const NOW = Date.parse('2022-03-12T09:00:00+08:00');

const harbour = [
  '渔港里停着四十多条船。天没亮，岸边的灯就一盏一盏亮了起来，搬筐的人在跳板上来回走，脚步声盖过了浪声。',
  '“今天的鱼不算多，可是都新鲜。”老林一边说，一边把一筐带鱼推上秤，数字停在38.6公斤（连筐）。',
  '渔业站的记录从1987年开始，每天记三次：水温、风向、潮位。站长说，记录本摞起来有一人高，最近两年才录进电脑。',
  '潮位表见<a href="https://tides.example/table">潮汐网</a>，去年的总结见<a href="/gangkou/2022/03/10/net.html">《补网的人》</a>，更早的<a href="/gangkou/2009/01/01/none.html">一篇</a>已经找不到了。',
  '上午九点，码头安静下来，只剩下冲水的声音。',
];

const paragraphs = (texts: readonly string[]): string =>
  texts.map(text => `<p>${text}</p>`).join('\n');

const back = (slug: string, label: string): string =>
  `\n\n[返回${label}](//kanbao.example/category/${slug}.html)｜[返回首页](//kanbao.example/)\n`;

type Written = {
  readonly name: string;
  readonly title: string;
  readonly date: string;
  readonly slug: string;
  readonly label: string;
  readonly body: string;
};

function lines(count: number): string {
  return paragraphs(
    Array.from({ length: count }, (_, index) => `第${index + 1}段。${harbour[index % 2] ?? ''}`),
  );
}

const posts: readonly Written[] = [
  [
    '2022-03-12-dawn',
    '渔港的清晨：四十条船和一本记了三十五年的水文簿',
    '08:05:00',
    'gangkou',
    '港口晨报',
    paragraphs(harbour),
  ],
  ['2022-03-12-bus', '新开的夜班公交线', '07:40:00', 'jiaotong', '城市交通', lines(3)],
  ['2022-03-11-bridge', '洛阳桥下的牡蛎', '18:30:00', 'wanbao', '泉州晚报新闻', lines(12)],
  [
    '2022-03-11-map',
    'How a paper map is still made by hand in a small room above a tea shop',
    '10:17:03',
    'wanbao',
    '泉州晚报新闻',
    '<p>Maps are drawn twice.</p>',
  ],
  ['2022-03-10-net', '补网的人', '09:00:00', 'gangkou', '港口晨报', lines(2)],
  ['2022-03-08-rain', '三月的雨量', '06:00:00', 'gangkou', '港口晨报', lines(1)],
  ['2022-03-08-tram', '有轨电车的老司机', '05:00:00', 'jiaotong', '城市交通', lines(1)],
].map(([name = '', title = '', time = '', slug = '', label = '', body = '']) => ({
  name,
  title,
  date: `${name.slice(0, 10)} ${time} +0800`,
  slug,
  label,
  body,
}));

/** Writes a small newspaper into a new folder; gives back the folder. */
function writeSite(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, '_posts'));
  writeFileSync(
    join(root, '_config.yml'),
    'title: 小港日报\nurl: https://kanbao.example\ntimezone: Asia/Shanghai\n',
  );
  for (const { name, title, date, slug, label, body } of posts) {
    const header = `---\ntitle: "${title}"\ndate: ${date}\ncategories: ${slug}\ntags: ${label}\n---\n`;
    writeFileSync(join(root, '_posts', `${name}.md`), header + body + back(slug, label));
  }
  return root;
}

export type Running = {
  readonly screen: Screen;
  /** Folder of the newspaper; its marks are in `marks`. */
  readonly root: string;
  /** Settles as `openReader` does. */
  readonly closed: Promise<void>;
};

/** Opens the reader on the small newspaper in a terminal of the given size. */
export async function openOnSite(
  t: TestContext,
  columns: number,
  rows: number,
  given: Partial<ReaderSettings> & { readonly post?: string } = {},
): Promise<Running> {
  const root = writeSite();
  const found = findSite({ posts: root, cwd: root });
  if (!found.found) throw new Error(found.message);
  const library = openLibrary(found.site);
  const screen = openScreen(columns, rows);
  const { post: reference, ...settings } = given;
  let start = {};
  if (reference !== undefined) {
    await library.load();
    const one = library.find(reference);
    if (one.found === 'one') start = { post: one.post };
  }
  const home = join(root, 'home');
  const closed = openReader({
    library,
    marks: openMarks(join(root, 'marks')),
    start,
    stdin: screen.stdin,
    stdout: screen.stdout,
    now: () => NOW,
    places: openPlaces(join(root, 'state')),
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      XDG_STATE_HOME: join(home, 'state'),
      SHELL: '/bin/sh',
      EDITOR: 'true',
    },
    settings: { ...readerSettings, lang: 'zh', ...settings },
  });
  // A test that fails half way must not leave the reader running.
  t.after(async () => {
    // The first may only end what is being typed.
    await screen.send('\x03', '\x03');
    await closed.catch(() => undefined);
  });
  await library.load();
  // On a loaded machine the first frame, or the one after loading, can be long in coming.
  await screen.see(/^(?![\s\S]*(?:reading…|loading…|正在))[\s\S]*\S/i);
  return { screen, root, closed };
}
