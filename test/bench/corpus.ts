/** A newspaper made up from a seed: the same posts, byte for byte, on every machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers from 0 to 1, the same row for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS = 6000;
const PHRASES = 3000;
const CATEGORIES = 2000;
/** Zipf-Mandelbrot: how much the most frequent words stand out. */
const FLATNESS = 12;
const MINUTE = 60_000;

const LATIN = 'GDP 5G AI WTO Wi-Fi PM2.5 NBA CPI Fraunhofer iPhone XK-2049 COVID'.split(' ');
const ENDS = '。。。。！？'.split('');

/** The 3,755 characters of GB 2312's first level. */
function commonCharacters(): readonly string[] {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) bytes.push(lead, trail);
  }
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))];
}

/** One post of the newspaper. */
export type MadePost = {
  readonly name: string;
  readonly content: string;
  readonly title: string;
  readonly category: string;
  readonly label: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly body: string;
};

type Press = {
  readonly random: () => number;
  readonly word: () => string;
  readonly categories: readonly { readonly slug: string; readonly label: string }[];
};

/** Position in a list of that length, small ones much more often. */
function zipf(random: () => number, length: number): number {
  const reach = Math.log((length + FLATNESS) / FLATNESS);
  return Math.min(length - 1, Math.floor(FLATNESS * (Math.exp(random() * reach) - 1)));
}

function openPress(seed: number): Press {
  const random = randomFrom(seed);
  const characters = commonCharacters();
  const character = () => characters[Math.floor(random() * characters.length)] ?? '';
  const words = Array.from({ length: WORDS }, () =>
    Array.from({ length: random() < 0.8 ? 2 : 3 }, character).join(''),
  );
  for (const [at, latin] of LATIN.entries()) words[at * 11 + 7] = latin;
  const plain = () => words[zipf(random, WORDS)] ?? '';
  const phrases = Array.from({ length: PHRASES }, () => plain() + plain() + plain());
  const word = () => (random() < 0.15 ? (phrases[zipf(random, PHRASES)] ?? '') : plain());
  const categories = Array.from({ length: CATEGORIES }, (_, at) => ({
    slug: `paper${at.toString(36)}`,
    label: `${character()}${character()}${random() < 0.5 ? '日报' : '晚报'}${at}`,
  }));
  return { random, word, categories };
}

function sentence({ random, word }: Press): string {
  const parts: string[] = [];
  for (let left = 3 + Math.floor(random() * 12); left > 0; left--) {
    parts.push(word());
    if (random() < 0.12) parts.push('，');
  }
  return `${parts.join('')}${ENDS[Math.floor(random() * ENDS.length)]}`;
}

function paragraph(press: Press): string {
  const { random, word } = press;
  const text = Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(press)).join('');
  const form = random();
  if (form < 0.25) return `<p>${text}<br>${sentence(press)}</p>`;
  if (form < 0.3) return `## ${word()}${word()}`;
  if (form < 0.35) return `${text}[${word()}](https://example.org/${Math.floor(random() * 1e6)})`;
  if (form < 0.4) return `<p align="center"><img src="/a.jpg" alt="${word()}"></p>\n\n${text}`;
  if (form < 0.45) return `- ${sentence(press)}\n- ${sentence(press)}`;
  if (form < 0.5) return `**${word()}**${text}&nbsp;&ldquo;${word()}&rdquo;`;
  return text;
}

/** What breaks a post in a hundred: none of it may hide the post. */
function broken(random: () => number, title: string, date: string, slug: string): string {
  switch (Math.floor(random() * 5)) {
    case 0:
      return `---\ntitle: "他说："${title}""\ndate: ${date}\ncategories: ${slug}\n---\n`;
    case 1:
      return `---\ntitle: ${title}\ndate: soon\ncategories: ${slug}\n---\n`;
    case 2:
      return `---\ntitle: ${title}\ndate: ${date}\ncategories: ${slug}\n\n`;
    case 3:
      return `\ufeff---\r\ntitle: ${title}\r\ndate: ${date}\r\ncategories: ${slug}\r\n---\r\n`;
    default:
      return '';
  }
}

/** The posts of a newspaper with `count` of them, oldest first; bodies have some 6 KB times `scale`. */
export function* makePosts(count: number, seed = 1, scale = 1): Generator<MadePost, void, void> {
  const press = openPress(seed);
  const { random, word, categories } = press;
  let time = Date.UTC(2020, 0, 1);
  for (let at = 0; at < count; at++) {
    time += Math.floor(random() * 60) * MINUTE + 1000;
    const { slug, label } = categories[zipf(random, CATEGORIES)] ?? { slug: 'x', label: 'x' };
    const title = Array.from({ length: 3 + Math.floor(random() * 6) }, word).join('');
    const wall = new Date(time + 480 * MINUTE).toISOString();
    const date = `${wall.slice(0, 10)} ${wall.slice(11, 19)} +0800`;
    const size = Math.min(
      200_000,
      scale * 600 * Math.exp(1.1 * (random() + random() + random() - 0.4)),
    );
    const parts: string[] = [];
    for (let length = 0; length < size; length += parts.at(-1)?.length ?? size) {
      parts.push(paragraph(press));
    }
    const body = `${parts.join('\n\n')}\n\n[返回${label}](//news.example/category/${slug}.html)｜[返回首页](//news.example/)\n`;
    const tags = `${label} ${word()}`;
    const header =
      random() < 0.01
        ? broken(random, title, date, slug)
        : `---\nlayout: post\ntitle: ${JSON.stringify(title)}\ndate: ${date}\ncategories: ${slug}\ntags: ${tags}\n---\n`;
    const name = `${wall.slice(0, 10)}-${slug}-${at.toString().padStart(7, '0')}.md`;
    yield { name, content: header + body, title, category: slug, label, time, body };
  }
}

/** Writes a newspaper into a new folder: `_config.yml` and `_posts/`. Gives back the bytes of its posts. */
export function writeCorpus(folder: string, count: number, seed = 1, scale = 1): number {
  const posts = join(folder, '_posts');
  mkdirSync(posts, { recursive: true });
  writeFileSync(
    join(folder, '_config.yml'),
    'title: 看报\nurl: https://news.example\ntimezone: Asia/Shanghai\npermalink: /:categories/:title.html\n',
  );
  let bytes = 0;
  for (const { name, content } of makePosts(count, seed, scale)) {
    const file = Buffer.from(content);
    bytes += file.length;
    writeFileSync(join(posts, name), file);
  }
  return bytes;
}
