/** Jekyll's ways of making names fit for a URL (Jekyll 4.3, `Utils.slugify`, `URL.escape_path`). */

const NOT_WORD = /[^\p{M}\p{L}\p{Nd}]+/gu;
const NOT_PRETTY = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu;
const EDGES = /^-|-$/g;
/** Nothing of it is replaced. */
const PLAIN_SLUG = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** Letters and digits, joined by hyphens, in lower case. */
export function slugify(text: string): string {
  if (PLAIN_SLUG.test(text)) return text.toLowerCase();
  return text.replace(NOT_WORD, '-').replace(EDGES, '').toLowerCase();
}

/** As `slugify`, but keeps `._~!$&'()+,;=@` and case: what `:title` stands for. */
export function prettySlug(text: string): string {
  if (PLAIN_SLUG.test(text)) return text;
  return text.replace(NOT_PRETTY, '-').replace(EDGES, '');
}

/** The words of a file name: `hello-world` → `Hello World`. */
export function titleFromSlug(slug: string): string {
  return slug
    .split('-')
    .filter(word => word !== '')
    .map(word => {
      const [first = ''] = word;
      return first.toUpperCase() + word.slice(first.length).toLowerCase();
    })
    .join(' ');
}

const URL_SAFE = /^[a-zA-Z0-9./-]*$/;
const UNSAFE = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu;

/** Percent-encodes what may not stand in a URL's path; a `%` is encoded too. */
export function escapePath(path: string): string {
  if (URL_SAFE.test(path)) return path;
  return path.toWellFormed().replace(UNSAFE, character => {
    const encoded = encodeURIComponent(character);
    return encoded === character
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encoded;
  });
}

/** Decodes percent-encoding where it is well formed; the rest stays as it is. */
export function decodePath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/(?:%[0-9a-f]{2})+/gi, part => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
  }
}
