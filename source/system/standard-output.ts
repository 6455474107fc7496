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
 * Standard output. Unless it is a terminal it is written to directly, as Node's own stream does in
 * the end; to make that stream loads its network code, which costs a tenth of an empty start.
 */
export function standardOutput(): Output & TerminalStream {
  try {
    if (fstatSync(DESCRIPTOR).isCharacterDevice()) return process.stdout;
  } catch {
    return process.stdout;
  }
  let isWaiting = false;
  return {
    on: () => undefined,
    write: (text, done) => {
      const bytes = Buffer.from(text);
      try {
        const rest = isWaiting ? bytes : writeNow(bytes);
        if (rest.length === 0) return done();
        // Somebody made the pipe one that never blocks: the stream knows how to wait for it, and
        // has to write from then on, or what comes later would overtake what waits.
        if (!isWaiting) process.stdout.on('error', () => undefined);
        isWaiting = true;
        process.stdout.write(rest, done);
      } catch (error) {
        done(error as Error);
      }
    },
  };
}
