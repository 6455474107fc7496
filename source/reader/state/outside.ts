import { cleanField } from '../../article/sanitise.ts';
import type { Post } from '../../library/post.ts';
import type { Site } from '../../library/site.ts';
import type { Action } from '../keys/actions.ts';
import type { Context } from './context.ts';
import { emptyEntry, entryOf } from './entry.ts';
import type { Outcome } from './outcome.ts';
import type { Overlay } from './overlay.ts';
import type { Place } from './place.ts';

type Outside = Pick<Outcome<Place>, 'effects' | 'notice' | 'overlay'>;

/** Where a post stands in the world; undefined where the site says nothing of its host. */
export function postAddress({ url }: Post, site: Site): string | undefined {
  if (site.url === '' || !URL.canParse(site.baseurl + url, site.url)) return undefined;
  return new URL(site.baseurl + url, site.url).href;
}

/** The full address of what a post points to with `href`; undefined if nobody can tell. */
export function fullAddress(href: string, post: Post, site: Site): string | undefined {
  const base = postAddress(post, site);
  return URL.canParse(href, base) ? new URL(href, base).href : undefined;
}

function prompt(ask: 'pipe' | 'write', text: string, before: Place): Overlay {
  const entry = text === '' ? emptyEntry : entryOf(text);
  return { kind: 'prompt', ask, entry, recalled: 0, typed: text, before };
}

/** Opens or copies an address. */
export function addressOutside(
  address: string,
  action: 'browse' | 'copy-address',
  { messages }: Context,
): Outside {
  if (action === 'browse') return { effects: [{ type: 'browse', address }] };
  const notice = messages.copied(cleanField(address));
  return { effects: [{ type: 'copy', text: address, notice }] };
}

/**
 * What the keys for the world outside do with a post; undefined for other actions.
 *
 * @param before the place that a cancelled prompt goes back to
 */
export function postOutside(
  before: Place,
  post: Post,
  action: Action,
  context: Context,
): Outside | undefined {
  switch (action) {
    case 'browse':
    case 'copy-address': {
      const address = postAddress(post, context.library.site);
      if (address !== undefined) return addressOutside(address, action, context);
      return { notice: context.messages.noAddress };
    }
    case 'copy-text':
    case 'edit':
      return { effects: [{ type: action, post }] };
    case 'pipe':
      return { overlay: prompt('pipe', '', before), effects: [{ type: 'recall' }] };
    case 'write':
      return { overlay: prompt('write', `${post.id.replaceAll('/', '-')}.txt`, before) };
    default:
      return undefined;
  }
}
