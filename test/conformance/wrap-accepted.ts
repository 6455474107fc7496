/**
 * What the judge may still count in all posts of a corpus, by width. It may only shrink.
 *
 * Reasons: `broken` and `runts`, where a word with the brackets and stops that belong to it is
 * wider than the row, so that it must be cut or leaves a bracket over; `strict`, where a path that
 * is no URL is wider than the row and is cut after a solidus; `bad_start`, rows of 40 and more
 * hyphens in drawings; `cjk_gap`, two English words in quotes on two lines of the source, between
 * which the judge wants no blank; `merged`, an image right beside a forced line break; `bad_end`,
 * a bracket before an image; `missing`, HTML whose `<pre>` does not end where the judge thinks.
 */
export type Accepted = Readonly<Record<string, Readonly<Record<number, number>>>>;

const everywhere = (count: number) => ({
  20: count,
  33: count,
  40: count,
  60: count,
  72: count,
  80: count,
  120: count,
});

/** Without code blocks. */
export const acceptedInProse: Readonly<Record<string, Accepted>> = {
  'efcl-ja': {
    strict: { 20: 26, 33: 8, 40: 7, 60: 3, 72: 1 },
    broken: { 20: 8, 33: 2, 40: 1 },
    runts: { 33: 1 },
    bad_end: { 20: 1 },
    merged: { 20: 4, 33: 2, 40: 5, 60: 4, 72: 6, 80: 6, 120: 5 },
    missing: everywhere(155),
  },
  'swift-org': {
    strict: { 20: 35, 33: 7, 40: 2 },
    broken: { 20: 10, 40: 1 },
    runts: { 20: 1 },
    merged: everywhere(1),
  },
  'elixir-lang': { strict: { 20: 16 }, broken: { 20: 8 }, runts: { 20: 1 } },
  'jekyll-docs': { strict: { 20: 1 }, broken: { 20: 2, 33: 1 } },
  'astro-fuwari': {},
  '18f': { strict: { 20: 45, 33: 1 }, broken: { 20: 21 }, cjk_gap: everywhere(3) },
  'rust-blog': {
    strict: { 20: 49, 33: 4, 40: 3 },
    broken: { 20: 22, 33: 1 },
    runts: { 20: 3 },
    cjk_gap: everywhere(1),
  },
};

/** With code blocks, whose words are longer than those of any prose. */
export const acceptedInCode: Readonly<Record<string, Accepted>> = {
  'efcl-ja': {
    strict: { 20: 37, 33: 13, 40: 10, 60: 3, 72: 1 },
    broken: { 20: 26, 33: 3, 40: 4 },
    runts: { 20: 15, 33: 4, 40: 3 },
    bad_end: { 20: 1 },
    merged: { 20: 5, 33: 3, 40: 6, 60: 5, 72: 7, 80: 7, 120: 6 },
  },
  'swift-org': {
    strict: { 20: 148, 33: 39, 40: 21, 60: 2, 72: 1, 80: 1 },
    broken: { 20: 63, 33: 3, 40: 3 },
    runts: { 20: 72, 33: 15, 40: 4, 60: 3, 72: 2, 80: 1 },
    bad_start: { 20: 2, 33: 1, 40: 1 },
    merged: everywhere(1),
  },
  'elixir-lang': {
    strict: { 20: 52, 33: 6, 40: 4 },
    broken: { 20: 20 },
    runts: { 20: 11, 33: 2, 40: 2 },
    bad_start: { 20: 4 },
  },
  'jekyll-docs': { strict: { 20: 8, 33: 2, 40: 1 }, broken: { 20: 2, 33: 1 } },
  'astro-fuwari': { strict: { 20: 1 }, broken: { 20: 1 }, runts: { 20: 1 } },
  '18f': {
    strict: { 20: 80, 33: 6, 40: 2 },
    broken: { 20: 25 },
    runts: { 20: 1 },
    cjk_gap: everywhere(3),
  },
  'rust-blog': {
    strict: { 20: 103, 33: 17, 40: 12, 60: 2 },
    broken: { 20: 35, 33: 4 },
    runts: { 20: 25, 33: 6, 40: 5 },
    bad_start: { 20: 47, 33: 23, 40: 23 },
    cjk_gap: everywhere(1),
  },
};
