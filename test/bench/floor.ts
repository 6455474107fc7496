/** What machines are measured by: an empty script under the same Node. */
import { execFileSync } from 'node:child_process';
import type { Figure } from './figure.ts';

/** Milliseconds an empty script took where the limits in milliseconds were settled. */
export const FLOOR_OF_LIMITS = 24;

const RUNS = 15;

/** Milliseconds an empty script takes, the median of some runs. */
export function emptyScript(): number {
  const taken = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    execFileSync(process.execPath, ['--eval', '']);
    return performance.now() - begin;
  });
  return taken.sort((one, other) => one - other)[RUNS >> 1] ?? 0;
}

/**
 * A figure as measured, and in empty scripts, which is what may be compared between machines and
 * with a limit.
 *
 * @param limit Milliseconds it may take where the limits were settled.
 */
export function inScripts(
  name: string,
  milliseconds: number,
  floor: number,
  limit?: number,
): readonly Figure[] {
  return [
    { name, value: milliseconds, unit: 'ms' },
    {
      name: `${name}, of an empty script`,
      value: milliseconds / floor,
      unit: '×',
      ...(limit !== undefined && { limit: limit / FLOOR_OF_LIMITS }),
    },
  ];
}
