/** A post that somebody wrote to do harm, or a tool to do damage. */
export type HostilePost = {
  /** What it tries, for messages of a failing test. */
  readonly name: string;
  /** The file's name in `_posts`; as bytes where it is no UTF-8. */
  readonly file: string | Buffer;
  readonly bytes: Buffer;
};

/** Characters of the large posts. */
export const LARGE = 1_000_000;

/** How the large parts of posts are made, so that the same corpus comes in any size. */
export type Sizes = {
  /** A string of about `size` UTF-16 units made of copies of `part`. */
  readonly flood: (part: string, size?: number) => string;
  /** `count` pieces made from their numbers. */
  readonly many: (count: number, make: (at: number) => string) => readonly string[];
};

/** Parts made `share` times as large as they are asked for. */
export function sizesOf(share: number): Sizes {
  return {
    flood: (part, size = LARGE) => part.repeat(Math.ceil((size * share) / part.length)),
    many: (count, make) => Array.from({ length: Math.ceil(count * share) }, (_, at) => make(at)),
  };
}

/** `inside` within `depth` pairs of `open` and `close`. */
export function nest(open: string, close: string, depth: number, inside = 'inside'): string {
  return open.repeat(depth) + inside + close.repeat(depth);
}

/** A file of any bytes. */
export function file(name: string, bytes: string | Buffer, ending = 'md'): HostilePost {
  const slug = name.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  return {
    name,
    file: `2022-03-${String(1 + (name.length % 28)).padStart(2, '0')}-${slug}.${ending}`,
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  };
}

/** A post with a plain header; the end of its body can be looked for. */
export function post(name: string, body: string, ending = 'md'): HostilePost {
  const header = `---\ntitle: ${JSON.stringify(name)}\ncategories: hostile\n---\n`;
  return file(name, `${header}${body}\n\n<p>theend</p>\n`, ending);
}

/** A post with header lines of its own. */
export function headed(
  name: string,
  header: string,
  body = 'Words.\n\n<p>theend</p>',
): HostilePost {
  return file(name, `---\n${header}\n---\n${body}\n`);
}
