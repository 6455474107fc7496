/** Elements without an end tag (HTML Standard, void elements). */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose content is no HTML: what looks like a tag in it is none. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes plaintext'.split(' '));

const NAME = /^\/?([a-z][a-z0-9:-]*)(?=[\s/>]|$)/i;

/** Follows pieces of HTML by their tags, to know where no element is open. */
export type OpenElements = {
  readonly read: (html: string) => void;
  /** Whether every element so far is closed, by its own end tag; once in doubt, never again. */
  readonly none: () => boolean;
};

function isQuoteOpen(tag: string): boolean {
  let quote = '';
  for (const unit of tag) {
    if (quote === '') {
      if (unit === '"' || unit === "'") quote = unit;
    } else if (unit === quote) quote = '';
  }
  return quote !== '';
}

/** Follows HTML from the beginning. Linear time. */
export function openElements(): OpenElements {
  const open: string[] = [];
  let isLost = false;

  /** Reads what stands between `<` and `>`; false if it is none of the tags that can be followed. */
  const readTag = (tag: string): boolean => {
    const name = NAME.exec(tag)?.[1]?.toLowerCase();
    if (name === undefined || RAW.has(name) || isQuoteOpen(tag)) return false;
    if (tag.startsWith('/')) return open.pop() === name;
    if (VOID.has(name)) return true;
    open.push(name);
    return !tag.endsWith('/');
  };

  return {
    read: html => {
      let at = html.indexOf('<');
      while (at !== -1 && !isLost) {
        const isComment = html.startsWith('<!--', at);
        const end = html.indexOf(isComment ? '-->' : '>', at);
        isLost = end === -1 || (!isComment && !readTag(html.slice(at + 1, end)));
        at = html.indexOf('<', end + 1);
      }
    },
    none: () => !isLost && open.length === 0,
  };
}
