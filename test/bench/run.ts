/**
 * `npm run bench -- NAME… POSTS`: measures what is named, everything if nothing is, on so many posts.
 */
import { type Figure, lineOf } from './figure.ts';

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  article: async () => (await import('./article.ts')).benchArticle(),
  floods: async () => (await import('./floods.ts')).benchFloods(),
  library: async () => (await import('./library.ts')).benchLibrary(),
  peers: async () => (await import('./peers.ts')).benchPeers(),
  reader: async () => (await import('./reader.ts')).benchReader(),
  start: async () => (await import('./start.ts')).benchStart(),
};

const given = process.argv.slice(2);
const wanted = given.filter(name => !/^\d+$/.test(name));
const posts = given.find(name => /^\d+$/.test(name));
if (posts !== undefined) process.env.KANBAO_BENCH_POSTS = posts;
const unknown = wanted.filter(name => !(name in benches));
if (unknown.length > 0) {
  const known = Object.keys(benches).join(', ');
  process.stderr.write(`bench: no ${unknown.join(', ')}; there is ${known}\n`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(name);
  for (const figure of await bench()) console.log(lineOf(figure));
}
