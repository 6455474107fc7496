import type { Post } from '../library/post.ts';
import type { Action, ScreenName } from './keys/actions.ts';
import { matchKey } from './keys/match.ts';
import { reduceArticle } from './state/article.ts';
import { reduceCategory } from './state/category.ts';
import type { Context } from './state/context.ts';
import type { Effect } from './state/effect.ts';
import { typeText } from './state/entry.ts';
import { findPhrases } from './state/find.ts';
import { newFinder } from './state/finder.ts';
import { pageHeight } from './state/geometry.ts';
import { reduceHelp } from './state/help.ts';
import {
  currentPlace,
  type History,
  moveInHistory,
  pushPlace,
  replacePlace,
} from './state/history.ts';
import { reduceHome } from './state/home.ts';
import type { Outcome } from './state/outcome.ts';
import type { Overlay } from './state/overlay.ts';
import { reducePager } from './state/pager.ts';
import {
  categoryView,
  firstHome,
  type PagerPlace,
  type Place,
  untouchedList,
} from './state/place.ts';
import { firstPrefs, type Prefs } from './state/prefs.ts';
import { type Answers, noAnswers, promptWith } from './state/prompt.ts';
import { reduceOverlay } from './state/reduce-overlay.ts';
import { reduceSearch, withWords } from './state/search.ts';
import { articlePlace, travel } from './state/travel.ts';

/** All of the reader that its keys change. */
export type ReaderState = {
  readonly history: History;
  /** What lies over the shown place and takes the keys; null if nothing does. */
  readonly overlay: Overlay | null;
  readonly prefs: Prefs;
  /** What prompts have been answered, to be recalled. */
  readonly answers: Answers;
  /** Keys that wait for more: a count or a link's number. */
  readonly pending: string;
  /** Keys pressed in an article before it was there, in order. */
  readonly waiting: readonly string[];
  /** A message for the status line until the next key; empty if none. */
  readonly notice: string;
};

export type ReaderEvent =
  | { readonly type: 'key'; readonly key: string }
  /** Text that came all at once: no key is meant by it. */
  | { readonly type: 'paste'; readonly text: string }
  /** No key came for a moment after a digit. */
  | { readonly type: 'waited' }
  /** The shown article can be read now, or never. */
  | { readonly type: 'opened' }
  | { readonly type: 'notice'; readonly text: string }
  /** A question about something that cannot be undone; `effect` follows a yes. */
  | { readonly type: 'ask'; readonly question: string; readonly effect: Effect }
  /** A text to be looked through, such as a command's output. */
  | { readonly type: 'show'; readonly pager: PagerPlace };

export type Step = { readonly state: ReaderState; readonly effects: readonly Effect[] };

/** The reader's first state: home, or a post opened from it. `measure`: cells of an article's rows. */
export function startState(post: Post | undefined, measure: number): ReaderState {
  const places: Place[] = [firstHome];
  if (post !== undefined) places.push(articlePlace(post, categoryView(post.categories[0] ?? '')));
  return {
    history: { places, at: places.length - 1 },
    overlay: null,
    prefs: firstPrefs(measure),
    answers: noAnswers,
    pending: '',
    waiting: [],
    notice: '',
  };
}

/** Where the next key is pressed. */
export function screenOf({ overlay, history }: ReaderState): ScreenName {
  if (overlay !== null) return overlay.kind;
  const place = currentPlace(history);
  return place.screen === 'search' && place.typing ? 'finder' : place.screen;
}

function reducePlace(
  place: Place,
  action: Action,
  count: number | null,
  key: string,
  context: Context,
): Outcome<Place> {
  switch (place.screen) {
    case 'home':
      return reduceHome(place, action, count, context);
    case 'category':
      return reduceCategory(place, action, count, context);
    case 'search':
      return reduceSearch(place, action, count, key, context);
    case 'article':
      return reduceArticle(place, action, count, context);
    case 'help':
      return reduceHelp(place, action, count, context);
    case 'pager':
      return reducePager(place, action, count, context);
  }
}

/** The state after what a screen or an overlay has answered. */
function settle(state: ReaderState, outcome: Outcome<Place>, context: Context): Step {
  const { place, go, effects = [], notice = '', overlay = null, prefs = state.prefs } = outcome;
  const kept = replacePlace(state.history, place);
  const history = go === undefined ? kept : travel(kept, go, context);
  return { state: { ...state, history, notice, overlay, prefs }, effects };
}

function act(
  state: ReaderState,
  action: Action,
  count: number | null,
  key: string,
  context: Context,
): Step {
  const { history } = state;
  const place = currentPlace(history);
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
    case 'undo':
      return { state, effects: [{ type: action }] };
    case 'history-back':
      return inHistory(-(count ?? 1));
    case 'history-forward':
      return inHistory(count ?? 1);
    case 'go-home':
      return settle(state, { place, go: { to: 'home' } }, context);
    case 'search':
      if (place.screen !== 'home' && place.screen !== 'category') break;
      return settle(state, { place, go: { to: 'search' } }, context);
    case 'pick-category':
    case 'pick-tag': {
      const what = action === 'pick-tag' ? 'tag' : 'category';
      return settle(state, { place, overlay: newFinder(what) }, context);
    }
    case 'help': {
      const help = { screen: 'help', top: 0, filter: '' } as const;
      return { state: { ...state, history: pushPlace(history, help) }, effects: [] };
    }
  }
  return settle(state, reducePlace(place, action, count, key, context), context);
}

/** What an article can do before it is there. */
const needNoPage: ReadonlySet<Action> = new Set<Action>([
  'back',
  'escape',
  'close',
  'quit',
  'suspend',
  'redraw',
  'help',
  'go-home',
  'pick-category',
  'pick-tag',
  'history-back',
  'history-forward',
  'next-sibling',
  'previous-sibling',
  'next-unread',
  'previous-unread',
  'toggle-read',
  'toggle-star',
  'mark-all-read',
  'undo',
  'layout',
  'narrower',
  'wider',
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
  const { overlay } = state;
  const match = matchKey(state.pending, key, screenOf(state), context.keymap);
  const { pending, action, count } = match;
  const isLoading = place.screen === 'article' && context.opened(place.post).status === 'loading';
  if (isLoading && overlay === null && (action === undefined || !needNoPage.has(action))) {
    return { state: { ...state, waiting: [...state.waiting, key] }, effects: [] };
  }
  const ready = { ...state, pending, waiting: [] };
  if (action === undefined) return { state: ready, effects: [] };
  if (overlay === null) return act(ready, action, count, key, context);
  if (action === 'redraw' || action === 'suspend') {
    return { state: ready, effects: [{ type: action }] };
  }
  const { outcome, answers } = reduceOverlay(overlay, place, action, key, state.answers, context);
  return settle({ ...ready, answers }, outcome, context);
}

function paste(given: ReaderState, text: string, context: Context): Step {
  const state = { ...given, notice: '' };
  const { overlay, history } = state;
  const place = currentPlace(history);
  if (overlay?.kind === 'prompt') {
    return settle(state, promptWith(overlay, typeText(overlay.entry, text), context), context);
  }
  if (overlay?.kind === 'finder') {
    const entry = typeText(overlay.entry, text);
    return settle(state, { place, overlay: { ...overlay, entry, list: untouchedList } }, context);
  }
  if (place.screen !== 'search' || !place.typing) return { state, effects: [] };
  const next = withWords(place, typeText(place.entry, text));
  return settle(state, { place: next }, context);
}

/** The shown article is there: whoever sees a post has read it, as far as marks go. */
function see(state: ReaderState, context: Context): Step {
  const place = currentPlace(state.history);
  if (place.screen !== 'article' || place.seen) return { state, effects: [] };
  const { post } = place;
  const opened = context.opened(post);
  if (opened.status !== 'ready') return { state, effects: [] };
  const { page } = opened;
  const found =
    place.find?.at === -1 ? findPhrases(place, page, place.find.phrases, context) : place;
  const isNew = found.position === null && found.anchor === '';
  const stop = isNew ? context.stopped(post) : null;
  const isBelow = stop !== null && page.lineAt(stop) >= pageHeight(context);
  const seen = { ...found, seen: true, offer: isBelow ? stop : null };
  const history = replacePlace(state.history, seen);
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
    case 'paste':
      return paste(state, event.text, context);
    case 'waited': {
      const link = awaitedLink(state, context);
      if (link === 0) return { state, effects: [] };
      return act({ ...state, pending: '' }, 'follow-number', link, '', context);
    }
    case 'notice':
      return { state: { ...state, notice: event.text }, effects: [] };
    case 'ask': {
      const { question, effect } = event;
      return { state: { ...state, overlay: { kind: 'confirm', question, effect } }, effects: [] };
    }
    case 'show':
      return { state: { ...state, history: pushPlace(state.history, event.pager) }, effects: [] };
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
