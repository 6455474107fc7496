import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './output.ts';
import type { TerminalStream } from './terminal.ts';

const DESCRIPTOR = 1;

/** Writes all of it, and gives back what a reader that did not keep up with has to wait for. */
function writeNow(bytes: Buffer): Buffer {
  let rest = bytes;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(DESCRIPTOR, rest));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EINTR') continue;
      if (code === 'EAGAIN') return rest;
      throw error;
    }
  }
  return rest;
}

/**
 * Standard output. A file or a pipe is written to directly, as Node's own stream does in the end;
 * to make that stream loads its network code, which costs a tenth of an empty start.
 */
export function standardOutput(): Output & TerminalStream {
  try {
    const stat = fstatSync(DESCRIPTOR);
    if (!stat.isFile() && !stat.isFIFO()) return process.stdout;
  } catch {
    return process.stdout;
  }
  return {
    on: () => undefined,
    write: (text, done) => {
      try {
        const rest = writeNow(Buffer.from(text));
        if (rest.length === 0) done();
        // Somebody made the pipe one that never blocks: the stream knows how to wait for it.
        else process.stdout.write(rest, done);
      } catch (error) {
        done(error as Error);
      }
    },
  };
}
