import { foldText } from '../../library/fold.ts';

const kept = new WeakMap<readonly object[], Map<string, readonly object[]>>();

/** Answers kept for a list: as many as are typed for one find. */
const KEPT = 64;

/**
 * Those of `items` whose name holds every word of `text`, case and width aside. Answers are kept as
 * long as the list is, and a longer text looks only at what a shorter one has found.
 */
export function findNamed<T extends object>(
  items: readonly T[],
  text: string,
  nameOf: (item: T) => string,
): readonly T[] {
  const words = foldText(text)
    .split(' ')
    .filter(word => word !== '');
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
