import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';

/** A file that could not be read; `message` is one line that names it and the reason. */
export class PostUnreadable extends Error {
  readonly file: string;
  readonly reason: string;

  constructor(file: string, reason: string) {
    super(`cannot read ${file}: ${reason}`);
    this.name = 'PostUnreadable';
    this.file = file;
    this.reason = reason;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENXIO: 'it is no regular file',
  ENAMETOOLONG: 'its name is too long',
};

/** Why a system call failed, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? error.message : code);
}

/** Real paths of files whose names are not UTF-8, by the path they are shown under. */
const byteNames = new Map<string, Buffer>();

/** Remembers under which bytes a file is opened whose path, as text, cannot name it. */
export function rememberPath(file: string, bytes: Buffer): void {
  byteNames.set(file, bytes);
}

/** Paths below a folder whose names are not UTF-8, with their bytes in hexadecimal digits. */
export type OddPaths = readonly (readonly [path: string, bytes: string])[];

/** The paths below a folder that have been remembered. */
export function oddPaths(root: string): OddPaths {
  const front = `${root}/`;
  return [...byteNames]
    .filter(([path]) => path.startsWith(front))
    .map(([path, bytes]) => [
      path.slice(front.length),
      bytes.subarray(Buffer.byteLength(front)).toString('hex'),
    ]);
}

/** Remembers what `oddPaths` gave elsewhere, for the same folder under whatever path. */
export function rememberOddPaths(root: string, odd: OddPaths): void {
  for (const [path, bytes] of odd) {
    rememberPath(
      `${root}/${path}`,
      Buffer.concat([Buffer.from(`${root}/`), Buffer.from(bytes, 'hex')]),
    );
  }
}

/** What to hand to a system call in order to open that file. */
export function systemPath(file: string): string | Buffer {
  return byteNames.size === 0 ? file : (byteNames.get(file) ?? file);
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether a regular file is there, links followed; false also where that cannot be told. */
export function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

/** Whether a folder is there, links followed; false also where that cannot be told. */
export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** Bytes of a file, links followed. Throws `PostUnreadable`. */
export function sizeOf(file: string): number {
  try {
    return statSync(systemPath(file)).size;
  } catch (error) {
    throw new PostUnreadable(file, reasonOf(error));
  }
}

/** Never waits for the other end of a FIFO. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function openRegular(file: string): number {
  const descriptor = openSync(systemPath(file), READ);
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw new PostUnreadable(file, 'it is no regular file');
}

/** All bytes of a regular file. Throws `PostUnreadable`. */
export function readWhole(file: string): Buffer {
  try {
    const descriptor = openRegular(file);
    try {
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw error instanceof PostUnreadable ? error : new PostUnreadable(file, reasonOf(error));
  }
}

/** An open file read in pieces, for a header that may be longer than the first piece. */
export type FileReader = {
  /** The file's first bytes, at most `length`; fewer only where the file ends. Reused by the next call. */
  readonly head: (length: number) => Buffer;
  /** The file's last bytes, at most `length`. */
  readonly tail: (length: number) => Buffer;
  readonly stats: () => Stats;
};

let shared = Buffer.allocUnsafeSlow(4096);

/**
 * Opens a file that is known to be regular, runs `use` on it and closes it. The buffers it hands
 * out are valid until the next read. Throws `PostUnreadable`.
 */
export function withFile<T>(file: string, use: (reader: FileReader) => T): T {
  let descriptor = -1;
  const piece = (length: number, position: number): Buffer => {
    if (shared.length < length) shared = Buffer.allocUnsafeSlow(length);
    const read = readSync(descriptor, shared, 0, length, position);
    return shared.subarray(0, read);
  };
  try {
    descriptor = openSync(systemPath(file), READ);
    return use({
      head: length => piece(length, 0),
      tail: length => piece(length, Math.max(0, fstatSync(descriptor).size - length)),
      stats: () => fstatSync(descriptor),
    });
  } catch (error) {
    throw error instanceof PostUnreadable ? error : new PostUnreadable(file, reasonOf(error));
  } finally {
    if (descriptor >= 0) closeSync(descriptor);
  }
}
