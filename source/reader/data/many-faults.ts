import type { Library } from '../../library/library.ts';

/** Posts looked at: enough to know a folder by, and the same cost for one of any size. */
const NEWEST = 100;

/** Whether most of the newest posts have faults, so that a word about it is due. */
export function hasManyFaults(library: Library): boolean {
  const newest = library.list({}).slice(0, NEWEST);
  return newest.filter(({ faults }) => faults.length > 0).length * 2 > newest.length;
}
