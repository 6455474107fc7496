import type { Library } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import type { LastPlace } from '../marks/reading-places.ts';
import { chosenPost } from './state/chosen.ts';
import type { Context } from './state/context.ts';
import {
  ALL_POSTS,
  type CategoryPlace,
  categoryView,
  firstHome,
  type Place,
  type PostView,
  untouchedList,
} from './state/place.ts';
import { articlePlace } from './state/travel.ts';

function viewOf(place: Place): PostView | undefined {
  if (place.screen === 'category') return place.view;
  return place.screen === 'article' ? place.list : undefined;
}

/** What is kept of the place a session ends on; what lies over the lists counts as home. */
export function lastPlaceOf(place: Place, context: Context): LastPlace {
  const view = viewOf(place);
  const isList = view?.of === 'category';
  const screen = place.screen === 'article' ? 'article' : isList ? 'category' : 'home';
  return {
    screen,
    category: isList && view.name !== ALL_POSTS ? view.name : null,
    post: chosenPost(place, context)?.path ?? null,
  };
}

function postOf(path: string | null, library: Library): Post | undefined {
  const found = path === null ? undefined : library.find(path);
  return found?.found === 'one' && found.post.path === path ? found.post : undefined;
}

/** The places to begin with where the last session ended, as far as its posts are still there. */
export function placesFrom(last: LastPlace, library: Library): readonly Place[] {
  const slug = last.category ?? ALL_POSTS;
  if (slug !== ALL_POSTS && library.category(slug) === undefined) return [];
  const post = postOf(last.post, library);
  const at = post === undefined ? -1 : library.list({}).indexOf(post.id);
  const list = { cursor: Math.max(0, at), top: Math.max(0, at), key: post?.id ?? null };
  const home = { ...firstHome, categories: { ...untouchedList, key: slug } };
  if (last.screen === 'home') return at < 0 ? [] : [{ ...home, posts: list }];
  const view = categoryView(slug);
  const category: CategoryPlace = { screen: 'category', view, list, stepped: false };
  if (last.screen === 'category') return [home, category];
  return post === undefined ? [home, category] : [home, category, articlePlace(post, view)];
}
