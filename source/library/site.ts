/** A folder of posts plus its rules. */
export type Site = {
  /** Absolute path of the site's root. */
  readonly root: string;
  /** What its configuration says, else its folder's name; one clean line. */
  readonly title: string;
  /** `https://example.org`, empty if unknown. */
  readonly url: string;
  readonly baseurl: string;
  /** A name for its folder under the state and cache folders: readable, unique to `root`. */
  readonly key: string;
};

/** The site of a post that lies in none, as one from a pipe: nothing can stand below its root. */
export const NO_SITE: Site = { root: '/dev/null', title: '', url: '', baseurl: '', key: 'none' };
