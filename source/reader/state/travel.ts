import { standingOnRead } from './chosen.ts';
import type { Context } from './context.ts';
import { listHeight } from './geometry.ts';
import {
  currentPlace,
  type History,
  lastHome,
  moveInHistory,
  openerOf,
  pushPlace,
  replacePlace,
} from './history.ts';
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

/** `history` come back to from `before`: a list then stands on the post that was read last in it. */
function cameBack(history: History, before: History, context: Context): History {
  const place = standingOnRead(currentPlace(history), currentPlace(before), context);
  return replacePlace(history, place);
}

/** `steps` back (negative) or forward, no further than there are places. */
export function travelInHistory(history: History, steps: number, context: Context): History {
  const moved = moveInHistory(history, steps);
  return steps < 0 && moved !== history ? cameBack(moved, history, context) : moved;
}

/** Goes where a screen wants to go. */
export function travel(history: History, go: Destination, context: Context): History {
  const toHome = (): History => cameBack(pushPlace(history, lastHome(history)), history, context);
  switch (go.to) {
    case 'back': {
      const opener = openerOf(history);
      return opener < 0 ? toHome() : cameBack({ ...history, at: opener }, history, context);
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
