/** The keys of the records that commands print, in the order of the contract: for `--format` and JSON. */

/** Of a post. */
export const postFields: readonly string[] = [
  'id',
  'title',
  'date',
  'categories',
  'label',
  'tags',
  'url',
  'path',
  'read',
  'starred',
  'faults',
];

/** Of a post with its article. */
export const articleFields: readonly string[] = [
  ...postFields,
  'text',
  'words',
  'links',
  'images',
  'headings',
];

/** Of a post that a search has found. */
export const hitFields: readonly string[] = [...postFields, 'snippet', 'where'];

export const categoryFields: readonly string[] = ['slug', 'label', 'posts', 'unread', 'newest'];

export const linkFields: readonly string[] = ['n', 'text', 'href', 'kind', 'target'];

export const faultFields: readonly string[] = ['path', 'line', 'fault', 'message'];
