/**
 * `npm run bench -- NAME…`: measures what is named, everything if nothing is.
 */
import type { Figure } from './figure.ts';

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  article: async () => (await import('./article.ts')).benchArticle(),
  library: async () => (await import('./library.ts')).benchLibrary(),
  reader: async () => (await import('./reader.ts')).benchReader(),
  start: async () => (await import('./start.ts')).benchStart(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !(name in benches));
if (unknown.length > 0) {
  const known = Object.keys(benches).join(', ');
  process.stderr.write(`bench: no ${unknown.join(', ')}; there is ${known}\n`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(name);
  for (const { name: what, value, unit } of await bench()) {
    console.log(`${value.toFixed(value < 10 ? 3 : 0).padStart(9)} ${unit.padEnd(5)} ${what}`);
  }
}
