import { reasonOf } from './error-reason.ts';

/** How writing ended: all of it, the reader of the pipe went away, or what went wrong in words. */
export type WriteEnd = 'written' | 'closed' | { readonly failed: string };

/** What is asked of a stream that is written to. */
export type Output = {
  readonly write: (text: string, done: (error?: Error | null) => void) => unknown;
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
};

/** Characters gathered before they go out in one piece: a pipe on Linux holds 64 KB. */
const PIECE = 16_384;

function endOf(error: NodeJS.ErrnoException): WriteEnd {
  const code = error.code ?? '';
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ECONNRESET') return 'closed';
  return { failed: reasonOf(error) };
}

function write(stream: Output, text: string): Promise<WriteEnd> {
  return new Promise(resolve => {
    stream.write(text, error => resolve(error ? endOf(error) : 'written'));
  });
}

/**
 * Writes what `texts` yields, as far as whoever reads it keeps up, and stops asking for more when
 * that end is closed. Short texts are gathered, but only as long as the next one is there at
 * once: nothing found waits for something still sought.
 *
 * @returns how writing ended, and what `texts` returned (`undefined` if it was stopped).
 */
export async function writeAll<Returned>(
  stream: Output,
  texts: AsyncGenerator<string, Returned>,
): Promise<{ readonly end: WriteEnd; readonly returned: Returned | undefined }> {
  let end: WriteEnd = 'written';
  // Stays for good: a stream tells of its error once more after the write that met it, and
  // without a listener that would end the program.
  stream.on('error', error => {
    if (end === 'written') end = endOf(error);
  });
  let gathered = '';
  let written: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    if (gathered === '') return written;
    const writing = write(stream, gathered);
    gathered = '';
    written = Promise.all([writing, written]).then(([outcome]) => {
      if (end === 'written') end = outcome;
    });
    return written;
  };
  for (;;) {
    const next = texts.next();
    // A result that is ready comes before the event loop's next turn.
    const idle = setImmediate(flush);
    const result = await next;
    clearImmediate(idle);
    if (result.done) {
      await flush();
      return { end, returned: end === 'written' ? result.value : undefined };
    }
    gathered += result.value;
    if (gathered.length >= PIECE) await flush();
    if (end !== 'written') {
      // What the generator is waiting for may take long, and nobody is left to wait for it.
      void texts.return(undefined as Returned).catch(() => undefined);
      return { end, returned: undefined };
    }
  }
}
