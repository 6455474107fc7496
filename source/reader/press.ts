import { act, settle } from './act.ts';
import type { Action } from './keys/actions.ts';
import { matchKey } from './keys/match.ts';
import { type ReaderState, type Step, screenOf } from './reader-state.ts';
import { type Context, isAwaitingPosts } from './state/context.ts';
import { typeText } from './state/entry.ts';
import { currentPlace } from './state/history.ts';
import { untouchedList } from './state/place.ts';
import { promptWith } from './state/prompt.ts';
import { reduceOverlay } from './state/reduce-overlay.ts';
import { withWords } from './state/search.ts';

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

/** What can be done before the first posts are known. */
const needNoPosts: ReadonlySet<Action> = new Set<Action>([
  'quit',
  'suspend',
  'redraw',
  'help',
  'escape',
]);

/** What a key pressed now may already mean; undefined where every key counts at once. */
function allowedYet({ history }: ReaderState, context: Context): ReadonlySet<Action> | undefined {
  const place = currentPlace(history);
  if (place.screen === 'article') {
    return context.opened(place.post).status === 'loading' ? needNoPage : undefined;
  }
  return isAwaitingPosts(context) ? needNoPosts : undefined;
}

/** A key, whoever takes it. */
export function pressKey(given: ReaderState, key: string, context: Context): Step {
  const state = { ...given, notice: '' };
  const place = currentPlace(state.history);
  const { overlay } = state;
  const match = matchKey(state.pending, key, screenOf(state), context.keymap);
  const { pending, action, count } = match;
  const allowed = overlay === null ? allowedYet(state, context) : undefined;
  if (allowed !== undefined && (action === undefined || !allowed.has(action))) {
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

/** Text that came all at once: it is typed where text is asked for, and means nothing elsewhere. */
export function pasteText(given: ReaderState, text: string, context: Context): Step {
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
