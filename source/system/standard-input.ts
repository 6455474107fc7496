import type { Readable } from 'node:stream';

/** All bytes of standard input; none where it is closed or cannot be read. */
export async function readStandardInput(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of stream) {
      pieces.push(typeof piece === 'string' ? Buffer.from(piece) : (piece as Buffer));
    }
  } catch {
    // What came before the fault is all there is.
  }
  return Buffer.concat(pieces);
}

/** The records of standard input: ended by NUL if it holds one, else by LF; empty ones left out. */
export async function readInputRecords(stream: Readable): Promise<readonly string[]> {
  const text = (await readStandardInput(stream)).toString('utf8');
  const records = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return records.filter(record => record !== '');
}
