/** Han characters and kana, one by one, or a run of letters and digits of any other script. */
function words(): RegExp {
  return /[[\p{L}\p{N}]&&[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}]]|[[\p{L}\p{N}\p{M}]--[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}]]+(?:['’.,\-_](?=[\p{L}\p{N}])[[\p{L}\p{N}\p{M}]--[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}]]+)*/gv;
}

/** Made when words are first counted: building it costs milliseconds. */
let known: RegExp | undefined;

/**
 * Counts words as a reader of Chinese does: each Han character, kana and bopomofo counts one, a
 * word of any other script counts one (`don't`, `3.14`, `re-read` are one each). Punctuation and
 * symbols count nothing. Text of scripts written without blanks (Thai, Lao, Khmer) counts by runs.
 */
export function countWords(text: string): number {
  known ??= words();
  known.lastIndex = 0;
  let count = 0;
  while (known.test(text)) count += 1;
  return count;
}
