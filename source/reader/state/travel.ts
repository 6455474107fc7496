import type { Context } from './context.ts';
import { listHeight } from './geometry.ts';
import { currentPlace, type History, lastHome, openerOf, pushPlace } from './history.ts';
import { chooseItem } from './list.ts';
import type { Destination } from './outcome.ts';
import { type ArticlePlace, type CategoryPlace, type PostView, untouchedList } from './place.ts';
import { shapeOf } from './posts.ts';
import { newSearch } from './search.ts';

/** An article nobody has moved in yet. */
export function articlePlace(
  post: ArticlePlace['post'],
  list: PostView,
  {
    anchor = '',
    stepped = false,
    phrases = [],
  }: {
    readonly anchor?: string;
    readonly stepped?: boolean;
    readonly phrases?: readonly string[];
  } = {},
): ArticlePlace {
  return {
    screen: 'article',
    post,
    list,
    anchor,
    stepped,
    position: null,
    focus: 0,
    seen: false,
    find: phrases.length === 0 ? null : { phrases, at: -1 },
    offer: null,
  };
}

function listPlace(
  view: PostView,
  at: string | undefined,
  stepped: boolean,
  context: Context,
): CategoryPlace {
  const shape = shapeOf(context.posts(view), view);
  const found = at === undefined ? -1 : shape.find(at);
  const list =
    found < 0 ? untouchedList : chooseItem(shape, untouchedList, found, listHeight(context));
  return { screen: 'category', view, stepped, list };
}

/** Goes where a screen wants to go. */
export function travel(history: History, go: Destination, context: Context): History {
  const toHome = (): History => pushPlace(history, lastHome(history));
  switch (go.to) {
    case 'back': {
      const opener = openerOf(history);
      return opener < 0 ? toHome() : { ...history, at: opener };
    }
    case 'up': {
      const opener = openerOf(history);
      const above = history.places[opener]?.screen;
      return above === 'home' || above === 'search' ? { ...history, at: opener } : toHome();
    }
    case 'home':
      return currentPlace(history).screen === 'home' ? history : toHome();
    case 'search':
      return pushPlace(history, newSearch);
    case 'list': {
      const place = listPlace(go.view, go.at, go.stepped ?? false, context);
      return pushPlace(history, place);
    }
    case 'article':
      return pushPlace(history, articlePlace(go.post, go.list, go));
  }
}
