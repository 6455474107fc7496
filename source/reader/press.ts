import { act, settle } from './act.ts';
import type { Action } from './keys/actions.ts';
import { matchKey, typedText } from './keys/match.ts';
import { type ReaderState, type Step, screenOf } from './reader-state.ts';
import { goesOn, needsRest, openedAt } from './state/beginning.ts';
import { type Context, isAwaitingPosts } from './state/context.ts';
import { typeText } from './state/entry.ts';
import { currentPlace } from './state/history.ts';
import { type ArticlePlace, type Place, untouchedList } from './state/place.ts';
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

/** What can be done while other keys wait, which may be about to type something. */
const needNoTurn: ReadonlySet<Action> = new Set<Action>(['quit', 'suspend', 'redraw', 'escape']);

/** What can be done before the first posts are known. */
const needNoPosts: ReadonlySet<Action> = new Set<Action>([
  'quit',
  'suspend',
  'redraw',
  'help',
  'escape',
]);

/** What a number before it changes, and what may therefore be meant for one that waits. */
const takesCount: ReadonlySet<Action> = new Set<Action>([
  'next-sibling',
  'previous-sibling',
  'next-unread',
  'previous-unread',
]);

/** What a key pressed now may already mean; undefined where every key counts at once. */
function allowedYet(state: ReaderState, context: Context): ReadonlySet<Action> | undefined {
  const place = currentPlace(state.history);
  if (place.screen === 'article') {
    const isLoading = openedAt(place, context).status === 'loading';
    if (isLoading) return needNoPage;
    return state.waiting.length > 0 && goesOn(place, context) ? needNoTurn : undefined;
  }
  return isAwaitingPosts(context) ? needNoPosts : undefined;
}

/** Keys that wait for an article are kept while it is the one that is shown. */
function withWaiting(done: Step, place: Place, waiting: readonly string[]): Step {
  const after = currentPlace(done.state.history);
  const isSame =
    place.screen === 'article' && after.screen === 'article' && after.post === place.post;
  return isSame && done.state.overlay === null
    ? { ...done, state: { ...done.state, waiting } }
    : done;
}

/** An action on an article of which there is but the beginning: it may have to wait for the rest. */
function actOnBeginning(
  state: ReaderState,
  place: ArticlePlace,
  action: Action,
  count: number | null,
  key: string,
  context: Context,
): Step {
  const { waiting } = state;
  const done = act({ ...state, pending: '', waiting: [] }, action, count, key, context);
  const after = currentPlace(done.state.history);
  if (!needNoPage.has(action) && needsRest(place, action, count, after, context)) {
    const keys = [...state.pending, key];
    return { state: { ...state, pending: '', waiting: [...waiting, ...keys] }, effects: [] };
  }
  return withWaiting(done, place, waiting);
}

/** A key, whoever takes it. */
export function pressKey(given: ReaderState, key: string, context: Context): Step {
  const state = { ...given, notice: '' };
  const place = currentPlace(state.history);
  const { overlay } = state;
  // As in a shell, whatever else the key is bound to.
  if (key === '^C' && overlay === null && state.running.length > 0) {
    return { state: { ...state, pending: '' }, effects: [{ type: 'interrupt' }] };
  }
  const match = matchKey(state.pending, key, screenOf(state), context.keymap);
  const { pending, action, count } = match;
  const allowed = overlay === null ? allowedYet(state, context) : undefined;
  const isTyped = allowed === needNoTurn && typedText(key) !== '';
  const isCounted =
    action !== undefined && takesCount.has(action) && /^\d$/.test(state.waiting.at(-1) ?? '');
  const waits = isTyped || isCounted || action === undefined || !allowed?.has(action);
  if (allowed !== undefined && waits) {
    return { state: { ...state, waiting: [...state.waiting, key] }, effects: [] };
  }
  // As it takes back a count.
  if (allowed !== undefined && state.waiting.length > 0 && action === 'escape') {
    return { state: { ...state, waiting: [] }, effects: [] };
  }
  if (overlay === null && action !== undefined && place.screen === 'article') {
    if (goesOn(place, context)) return actOnBeginning(state, place, action, count, key, context);
  }
  const ready = { ...state, pending, waiting: [] };
  if (action === undefined) return { state: ready, effects: [] };
  if (overlay === null) {
    const done = act(ready, action, count, key, context);
    return allowed === undefined ? done : withWaiting(done, place, state.waiting);
  }
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
