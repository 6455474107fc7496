import type { Post } from '../../library/post.ts';
import type { Context } from './context.ts';
import { listHeight } from './geometry.ts';
import { homeView } from './home.ts';
import { chooseItem, settleList } from './list.ts';
import type { ListState, Place, PostView } from './place.ts';
import { shapeOf } from './posts.ts';
import { hitsShown, searchView } from './search.ts';

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

function withList(place: Place, list: ListState): Place {
  if (place.screen === 'home') return { ...place, posts: list };
  return place.screen === 'category' || place.screen === 'search' ? { ...place, list } : place;
}

/** The list a post has been read in, standing on it; any other place, or if it is gone, unchanged. */
export function standingOnRead(place: Place, read: Place, context: Context): Place {
  const shown = listOf(place, context);
  if (shown === undefined || read.screen !== 'article') return place;
  const [view, list] = shown;
  if (view.of !== read.list.of || view.name !== read.list.name) return place;
  const posts = context.posts(view);
  const shape = shapeOf(posts, view);
  const at = shape.find(read.post.id);
  if (at < 0) return place;
  const height = place.screen === 'search' ? hitsShown(context) : listHeight(context);
  return withList(place, chooseItem(shape, list, at, height));
}
