import { randomFrom } from '../bench/corpus.ts';

/** Whole numbers from 0 to below `limit`. */
export type Random = (limit: number) => number;

/** The same row of whole numbers for the same seed. */
export function wholeNumbers(seed: number): Random {
  const random = randomFrom(seed);
  return limit => Math.floor(random() * limit);
}
