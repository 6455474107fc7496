import { moveMouse } from './mouse-step.ts';
import { pasteText, pressKey } from './press.ts';
import type { ReaderEvent, ReaderState, Step } from './reader-state.ts';
import { openedAt } from './state/beginning.ts';
import type { Context } from './state/context.ts';
import { findPhrases } from './state/find.ts';
import { pageHeight } from './state/geometry.ts';
import { currentPlace, pushPlace, replacePlace } from './state/history.ts';
import { firstHome } from './state/place.ts';

/** Number of the link that the digit which waits for more keys will follow; 0 if none. */
export function awaitedLink({ history, pending }: ReaderState, context: Context): number {
  const place = currentPlace(history);
  if (place.screen !== 'article' || !/^[1-9]$/.test(pending)) return 0;
  const opened = openedAt(place, context);
  const links = opened.status === 'loading' ? 0 : opened.page.article.links.length;
  return Number(pending) <= links ? Number(pending) : 0;
}

/** The shown article is there: whoever sees a post has read it, as far as marks go. */
function see(state: ReaderState, context: Context): Step {
  const place = currentPlace(state.history);
  if (place.screen !== 'article' || place.seen) return { state, effects: [] };
  const { post } = place;
  const opened = openedAt(place, context);
  if (opened.status !== 'ready') return { state, effects: [] };
  const { page } = opened;
  const found =
    place.find?.at === -1 ? findPhrases(place, page, place.find.phrases, context) : place;
  const isNew = found.position === null && found.anchor === '';
  const stop = isNew ? context.stopped(post) : null;
  const isBelow =
    stop !== null && (stop >= page.article.text.length || page.lineAt(stop) >= pageHeight(context));
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
      return pasteText(state, event.text, context);
    case 'mouse':
      return moveMouse(state, event.move, context);
    case 'answers': {
      const answers = { ...state.answers, [event.ask]: event.answers };
      return { state: { ...state, answers }, effects: [] };
    }
    case 'begin': {
      const { places } = event;
      const isUntouched = state.history.places.length === 1 && state.pending === '';
      const isFirst = currentPlace(state.history) === firstHome && state.overlay === null;
      if (!isUntouched || !isFirst || places.length === 0) return { state, effects: [] };
      return { state: { ...state, history: { places, at: places.length - 1 } }, effects: [] };
    }
    case 'waited': {
      const link = awaitedLink(state, context);
      if (link === 0 || state.overlay !== null) return { state, effects: [] };
      return pressKey({ ...state, pending: `#${link}` }, 'Enter', context);
    }
    case 'notice':
      return { state: { ...state, notice: event.text }, effects: [] };
    case 'ask': {
      const { question, effect } = event;
      return { state: { ...state, overlay: { kind: 'confirm', question, effect } }, effects: [] };
    }
    case 'started': {
      const running = [...state.running, event.command];
      return { state: { ...state, running }, effects: [] };
    }
    case 'ended': {
      const at = state.running.lastIndexOf(event.command);
      const running = state.running.filter((_, index) => index !== at);
      return { state: { ...state, running }, effects: [] };
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
