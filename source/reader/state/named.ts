import { foldText } from '../../library/fold.ts';

const kept = new WeakMap<readonly object[], Map<string, readonly object[]>>();

/** Answers kept for a list: as many as are typed for one find. */
const KEPT = 64;

function foldedWords(text: string): readonly string[] {
  return foldText(text)
    .split(' ')
    .filter(word => word !== '');
}

/** How well a name fits what is typed: 0 if it begins with it, 1 if it holds every word, else 2. */
export function nameRank(name: string, text: string): 0 | 1 | 2 {
  const folded = foldText(name);
  const words = foldedWords(text);
  if (!words.every(word => folded.includes(word))) return 2;
  return folded.startsWith(words[0] ?? '') ? 0 : 1;
}

/**
 * Those of `items` whose name holds every word of `text`, case and width aside. Answers are kept as
 * long as the list is, and a longer text looks only at what a shorter one has found.
 */
export function findNamed<T extends object>(
  items: readonly T[],
  text: string,
  nameOf: (item: T) => string,
): readonly T[] {
  const words = foldedWords(text);
  if (words.length === 0) return items;
  const known = (kept.get(items) ?? new Map()) as Map<string, readonly T[]>;
  kept.set(items, known);
  const found = known.get(text);
  if (found !== undefined) return found;
  const among = known.get(text.slice(0, -1)) ?? items;
  const fitting = among.filter(item => {
    const name = foldText(nameOf(item));
    return words.every(word => name.includes(word));
  });
  if (known.size >= KEPT) known.clear();
  known.set(text, fitting);
  return fitting;
}
