import { cleanField } from '../article/sanitise.ts';
import { readFileName } from './file-name.ts';
import { isMap, textOf } from './header.ts';
import type { Fault, Post } from './post.ts';
import { categoriesOf, sectionsOf, tagsOf, texts } from './post-categories.ts';
import { dateOf, momentOf } from './post-date.ts';
import { faultsOf } from './post-faults.ts';
import type { BuildRules, Fields, ReadHeader } from './post-input.ts';
import { isPage } from './post-page.ts';
import type { Candidate } from './post-place.ts';
import { urlOf } from './post-url.ts';
import { titleFromSlug } from './slug.ts';
import type { WrittenDate } from './written-date.ts';
import type { Zone } from './zone.ts';

export type Built = {
  readonly post: Post;
  /** Older addresses of the post, as written (`redirect_from`, `aliases`). */
  readonly redirects: readonly string[];
  /** Its date where that names no zone and the site's configuration does not either. */
  readonly floating: WrittenDate | null;
};

const NO_FAULTS: readonly Fault[] = [];
const UTC: Zone = () => 0;
/** What YAML 1.1 takes for `false` and `true`. */
const FALSE = /^(?:false|no|off)$/i;
const TRUE = /^(?:true|yes|on)$/i;

/** Makes a text that does not hold on to the header it was cut from. */
function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}

function fieldsOf(file: Candidate, read: ReadHeader, site: BuildRules): Fields {
  const defaults = site.defaultsOf(file.path);
  return key => read.header.fields.get(key) ?? defaults.get(key);
}

/** Jekyll knows drafts by their folder alone. */
function isDraft(file: Candidate, fields: Fields): boolean {
  return file.kind === 'loose' ? TRUE.test(textOf(fields('draft')) ?? '') : file.kind === 'draft';
}

/** Whether a file is a post and not hidden: by `published: false`, or as a draft unless `drafts`. */
export function isListed(
  file: Candidate,
  read: ReadHeader,
  site: BuildRules,
  drafts: boolean,
): boolean {
  const fields = fieldsOf(file, read, site);
  if (file.kind === 'loose' && isPage(file, readFileName(file.name), fields, read)) return false;
  const published = fields('published');
  const isHidden = typeof published === 'string' && FALSE.test(published);
  if (isHidden && !read.header.quoted.has('published')) return false;
  // To Jekyll, a key with nothing behind it is no yes.
  if (file.kind !== 'loose' && read.header.fields.get('published') === null) return false;
  return drafts || !isDraft(file, fields);
}

/**
 * Builds a post of a file by Jekyll's rules (`Document#read_post_data`) or those of its content
 * folder, whether it is listed or not.
 */
export function buildPost(id: string, file: Candidate, read: ReadHeader, site: BuildRules): Built {
  const defaults = site.defaultsOf(file.path);
  const { fields: header } = read.header;
  const fields = fieldsOf(file, read, site);
  const name = readFileName(file.name);
  const isLoose = file.kind === 'loose';
  const written = cleanField(textOf(fields('title')) ?? '');
  const title = written || cleanField(titleFromSlug(name.slug)) || id;
  const dated = dateOf(file, name, fields, read);
  const faults = [...faultsOf(file, name, fields, read, site), ...dated.faults];
  const taxonomies = header.get('taxonomies');
  const filed = isMap(taxonomies) ? new Map([...taxonomies, ...header]) : header;
  const filedFields: Fields = key => filed.get(key) ?? defaults.get(key);
  const named = categoriesOf(filedFields, filed, defaults, isLoose ? [] : file.above);
  const categories = named.length === 0 && isLoose ? sectionsOf(file, name) : named;
  const redirects = [...texts(fields('redirect_from'), false), ...texts(fields('aliases'), false)];
  const isFloating = dated.written !== null && dated.written.zone === null && site.zone === null;
  return {
    post: {
      id,
      title: ownText(title),
      date: dated.written === null ? null : momentOf(dated.written, site.zone ?? UTC),
      categories: site.shared(categories),
      tags: site.shared(tagsOf(filedFields)),
      url: urlOf(file, name, fields, categories, dated, site),
      path: file.path,
      file: `${site.root}/${file.path}`,
      draft: isDraft(file, fields),
      faults: faults.length === 0 ? NO_FAULTS : faults,
    },
    redirects,
    floating: isFloating ? dated.written : null,
  };
}
