import type { Post } from '../../library/post.ts';
import type { Context } from './context.ts';
import { listHeight } from './geometry.ts';
import { homeView } from './home.ts';
import { settleList } from './list.ts';
import type { ListState, Place, PostView } from './place.ts';
import { shapeOf } from './posts.ts';
import { searchView } from './search.ts';

/** The list of posts a place shows, and where it stands in it. */
function listOf(place: Place, context: Context): readonly [PostView, ListState] | undefined {
  if (place.screen === 'home') return [homeView(place, context), place.posts];
  if (place.screen === 'category') return [place.view, place.list];
  return place.screen === 'search' ? [searchView(place), place.list] : undefined;
}

/** The post a place stands on: the one that is read, or the chosen one of its list. */
export function chosenPost(place: Place, context: Context): Post | undefined {
  if (place.screen === 'article') return place.post;
  const shown = listOf(place, context);
  if (shown === undefined) return undefined;
  const [view, list] = shown;
  const posts = context.posts(view);
  return posts.posts.at(settleList(shapeOf(posts, view), list, listHeight(context)).cursor);
}
