/**
 * Edits (insert, delete, replace, swap of two neighbours) that turn `a` into `b`: the optimal
 * string alignment distance. Time and memory are the product of the lengths.
 */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 2] === b[column - 1] && a[row - 1] === b[column - 2];
      const edits = [
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      if (swapped && row > 1 && column > 1) edits.push((beforeLast[column - 2] ?? 0) + 1);
      current.push(Math.min(...edits));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** Words longer than this are no slip of the finger, and comparing them costs their square. */
const LONGEST = 64;

/**
 * The known name that `word` was most likely meant to be: the nearest by edits, at most a third
 * of the longer one, or else the only known name that begins with it. `undefined` if none is near.
 */
export function nearestName(word: string, known: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const beginnings: string[] = [];
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of known) {
    if (word.length > 1 && name.startsWith(word)) beginnings.push(name);
    const allowed = Math.max(1, Math.floor(Math.max(word.length, name.length) / 3));
    if (Math.abs(name.length - word.length) > allowed) continue;
    const edits = editDistance(word.toLowerCase(), name.toLowerCase());
    if (edits <= allowed && edits < name.length && edits < fewest) {
      nearest = name;
      fewest = edits;
    }
  }
  return nearest ?? (beginnings.length === 1 ? beginnings[0] : undefined);
}
