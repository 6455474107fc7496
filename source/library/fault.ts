import type { Fault } from './post.ts';

/** A fault of a post: `fault` is a short kebab-case kind, `line` counts from 1 in its file. */
export function faultOf(fault: string, line: number, message: string): Fault {
  return { fault, line, message };
}
