/**
 * Liquid that the oracle cannot run and we never print, with what takes its place before it sees a
 * post that holds some. What such a tag would show is neither in its text nor in ours.
 */
export const UNKNOWN_LIQUID: readonly {
  readonly liquid: RegExp;
  readonly instead: string;
  readonly reason: string;
}[] = [
  {
    liquid: /\{%-?\s*(?:post_url|link)\s[^%]*%\}/g,
    instead: '#',
    reason: 'addresses of other posts: the oracle has one post and no site; an address is no word',
  },
  {
    liquid: /\{%-?\s*oembed\s[^%]*%\}/g,
    instead: '',
    reason: 'a plugin (jekyll-oembed) that fetches from the network',
  },
  {
    liquid: /\{%-?\s*include\s[^%]*%\}/g,
    instead: '',
    reason: 'files of the site that are not among its posts',
  },
  {
    liquid: /\{%-?\s*assign\s+\w+\s*=\s*site\.data\.[^%]*%\}/g,
    instead: '',
    reason: 'data of the site that is not among its posts',
  },
];

/** Characters of the browser's that a post may lack, with why: by corpus and the file's name. */
export const ACCEPTED: Readonly<
  Record<string, Readonly<Record<string, { readonly missing: number; readonly reason: string }>>>
> = {
  'rust-blog': {
    'inside-rust~stage0-redesign~index': {
      missing: 158,
      reason: 'ids of headings, {#id}: Zola takes them, CommonMark alone shows them',
    },
  },
  posts: {
    '2022-01-23-xiusan': { missing: 2, reason: 'a line that is only <>, which we never show' },
    '2022-02-28-nigatsu': { missing: 2, reason: 'a line that is only <>, which we never show' },
  },
};
