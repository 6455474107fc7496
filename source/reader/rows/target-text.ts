import { cleanField } from '../../article/sanitise.ts';
import type { Target } from '../../library/post.ts';
import type { Context } from '../state/context.ts';
import { categoryName } from './category-name.ts';

/** Where a link leads, in words; `href` is what stands in the post. */
export function targetText(target: Target, href: string, context: Context): string {
  const { messages, library } = context;
  switch (target.kind) {
    case 'home':
      return messages.toHome;
    case 'category':
      return messages.toCategory(categoryName(target.target, context));
    case 'post':
      return messages.toPost(library.post(target.target)?.title ?? cleanField(target.target));
    case 'anchor':
      return messages.toAnchor(cleanField(target.target));
    case 'tag':
      return messages.tag(cleanField(target.target));
    case 'external':
      return messages.external(cleanField(target.target));
    case 'missing':
      return messages.missing(cleanField(href));
  }
}
