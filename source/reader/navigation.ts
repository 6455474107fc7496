import type { Post } from '../library/post.ts';
import type { Action } from './keys/bindings.ts';
import { matchKey } from './keys/match.ts';
import { reduceArticle } from './state/article.ts';
import { reduceCategory } from './state/category.ts';
import type { Context } from './state/context.ts';
import { listHeight } from './state/geometry.ts';
import { reduceHelp } from './state/help.ts';
import {
  currentPlace,
  type History,
  lastHome,
  moveInHistory,
  openerOf,
  pushPlace,
  replacePlace,
} from './state/history.ts';
import { reduceHome } from './state/home.ts';
import { chooseItem } from './state/list.ts';
import type { Destination, Effect, Outcome } from './state/outcome.ts';
import { type CategoryPlace, firstHome, type Place, untouchedList } from './state/place.ts';
import { postShape } from './state/shapes.ts';

/** All of the reader that its keys change. */
export type ReaderState = {
  readonly history: History;
  /** Keys that wait for more: a count or a link's number. */
  readonly pending: string;
  /** Keys pressed in an article before it was there, in order. */
  readonly waiting: readonly string[];
  /** A message for the status line until the next key; empty if none. */
  readonly notice: string;
};

export type ReaderEvent =
  | { readonly type: 'key'; readonly key: string }
  /** No key came for a moment after a digit. */
  | { readonly type: 'waited' }
  /** The shown article can be read now, or never. */
  | { readonly type: 'opened' }
  | { readonly type: 'notice'; readonly text: string };

export type Step = { readonly state: ReaderState; readonly effects: readonly Effect[] };

/** The reader's first state: home, or a post opened from it. */
export function startState(post: Post | undefined): ReaderState {
  const places: Place[] = [firstHome];
  if (post !== undefined) places.push(articlePlace(post, post.categories[0] ?? '', '', false));
  return {
    history: { places, at: places.length - 1 },
    pending: '',
    waiting: [],
    notice: '',
  };
}

function articlePlace(post: Post, list: string, anchor: string, stepped: boolean): Place {
  return { screen: 'article', post, list, anchor, stepped, position: null, focus: 0, seen: false };
}

function categoryPlace(
  slug: string,
  at: string | undefined,
  stepped: boolean,
  context: Context,
): CategoryPlace {
  const shape = postShape(context.posts(slug));
  const found = at === undefined ? -1 : shape.find(at);
  const list =
    found < 0 ? untouchedList : chooseItem(shape, untouchedList, found, listHeight(context));
  return { screen: 'category', slug, stepped, list };
}

function travel(history: History, go: Destination, context: Context): History {
  const toHome = (): History => pushPlace(history, lastHome(history));
  switch (go.to) {
    case 'back': {
      const opener = openerOf(history);
      return opener < 0 ? toHome() : { ...history, at: opener };
    }
    case 'up': {
      const opener = openerOf(history);
      return history.places[opener]?.screen === 'home' ? { ...history, at: opener } : toHome();
    }
    case 'home':
      return toHome();
    case 'category': {
      const place = categoryPlace(go.slug, go.at, go.stepped ?? false, context);
      return pushPlace(history, place);
    }
    case 'article': {
      const place = articlePlace(go.post, go.list, go.anchor ?? '', go.stepped ?? false);
      return pushPlace(history, place);
    }
  }
}

function reducePlace(
  place: Place,
  action: Action,
  count: number | null,
  context: Context,
): Outcome<Place> {
  switch (place.screen) {
    case 'home':
      return reduceHome(place, action, count, context);
    case 'category':
      return reduceCategory(place, action, count, context);
    case 'article':
      return reduceArticle(place, action, count, context);
    case 'help':
      return reduceHelp(place, action, count, context);
  }
}

function act(state: ReaderState, action: Action, count: number | null, context: Context): Step {
  const { history } = state;
  const still = (effects: readonly Effect[]): Step => ({ state, effects });
  const inHistory = (steps: number): Step => {
    const moved = moveInHistory(history, steps);
    const { noHistoryBack, noHistoryForward } = context.messages;
    const notice = moved !== history ? '' : steps < 0 ? noHistoryBack : noHistoryForward;
    return { state: { ...state, history: moved, notice }, effects: [] };
  };
  switch (action) {
    case 'quit':
    case 'suspend':
    case 'redraw':
      return still([{ type: action }]);
    case 'history-back':
      return inHistory(-(count ?? 1));
    case 'history-forward':
      return inHistory(count ?? 1);
    case 'go-home':
      return {
        state: { ...state, history: travel(history, { to: 'home' }, context) },
        effects: [],
      };
    case 'help':
      return {
        state: { ...state, history: pushPlace(history, { screen: 'help', top: 0 }) },
        effects: [],
      };
    default: {
      const {
        place,
        go,
        effects = [],
        notice = '',
      } = reducePlace(currentPlace(history), action, count, context);
      const kept = replacePlace(history, place);
      const moved = go === undefined ? kept : travel(kept, go, context);
      return { state: { ...state, history: moved, notice }, effects };
    }
  }
}

/** What an article can do before it is there. */
const needNoPage: ReadonlySet<Action> = new Set<Action>([
  'back',
  'close',
  'quit',
  'suspend',
  'redraw',
  'help',
  'go-home',
  'history-back',
  'history-forward',
  'next-sibling',
  'previous-sibling',
  'next-unread',
  'previous-unread',
  'toggle-read',
  'toggle-star',
]);

/** Number of the link that the digit which waits for more keys will follow; 0 if none. */
export function awaitedLink({ history, pending }: ReaderState, context: Context): number {
  const place = currentPlace(history);
  if (place.screen !== 'article' || !/^[1-9]$/.test(pending)) return 0;
  const opened = context.opened(place.post);
  const links = opened.status === 'loading' ? 0 : opened.page.article.links.length;
  return Number(pending) <= links ? Number(pending) : 0;
}

function pressKey(given: ReaderState, key: string, context: Context): Step {
  const state = { ...given, notice: '' };
  const place = currentPlace(state.history);
  const isLoading = place.screen === 'article' && context.opened(place.post).status === 'loading';
  const { pending, action, count } = matchKey(state.pending, key, place.screen);
  if (isLoading && (action === undefined || !needNoPage.has(action))) {
    return { state: { ...state, waiting: [...state.waiting, key] }, effects: [] };
  }
  const ready = { ...state, pending, waiting: [] };
  return action === undefined ? { state: ready, effects: [] } : act(ready, action, count, context);
}

/** The shown article is there: whoever sees a post has read it, as far as marks go. */
function see(state: ReaderState, context: Context): Step {
  const place = currentPlace(state.history);
  if (place.screen !== 'article' || place.seen) return { state, effects: [] };
  const { post } = place;
  if (context.opened(post).status !== 'ready') return { state, effects: [] };
  const history = replacePlace(state.history, { ...place, seen: true });
  const isRead = context.marks.isRead(post.path);
  return {
    state: { ...state, history },
    effects: isRead ? [] : [{ type: 'mark', kind: 'read', post }],
  };
}

/** The root reducer: one event on one state. Pure; what the world must do is in `effects`. */
export function step(state: ReaderState, event: ReaderEvent, context: Context): Step {
  switch (event.type) {
    case 'key':
      return pressKey(state, event.key, context);
    case 'waited': {
      const link = awaitedLink(state, context);
      if (link === 0) return { state, effects: [] };
      return act({ ...state, pending: '' }, 'follow-number', link, context);
    }
    case 'notice':
      return { state: { ...state, notice: event.text }, effects: [] };
    case 'opened': {
      const seen = see(state, context);
      const effects = [...seen.effects];
      let next: ReaderState = { ...seen.state, waiting: [] };
      for (const key of state.waiting) {
        const pressed = pressKey(next, key, context);
        next = pressed.state;
        effects.push(...pressed.effects);
      }
      return { state: next, effects };
    }
  }
}
