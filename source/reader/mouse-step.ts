import { act, settle } from './act.ts';
import type { ReaderState, Step } from './reader-state.ts';
import type { Answers } from './state/answers.ts';
import { goesOn, needsRest } from './state/beginning.ts';
import type { Context } from './state/context.ts';
import { currentPlace, replacePlace } from './state/history.ts';
import { clickFinder, clickPlace, type MouseMove, WHEEL_ROWS, withPane } from './state/mouse.ts';
import type { Outcome } from './state/outcome.ts';
import type { Overlay } from './state/overlay.ts';
import type { Place } from './state/place.ts';
import { reduceOverlay } from './state/reduce-overlay.ts';

function rollFinder(
  overlay: Overlay,
  place: Place,
  action: 'up' | 'down',
  answers: Answers,
  context: Context,
): Outcome<Place> {
  let outcome: Outcome<Place> = { place, overlay };
  for (let times = 0; times < WHEEL_ROWS && outcome.overlay !== undefined; times += 1) {
    outcome = reduceOverlay(outcome.overlay, place, action, '', answers, context).outcome;
  }
  return outcome;
}

/** A click opens what is under it; the wheel moves in what is under it. */
export function moveMouse(given: ReaderState, move: MouseMove, context: Context): Step {
  const state = { ...given, notice: '' };
  const { overlay, history } = state;
  const place = currentPlace(history);
  if (move.what !== 'click') {
    const action = move.what === 'wheel-up' ? 'up' : 'down';
    if (overlay?.kind === 'finder') {
      const rolled = rollFinder(overlay, place, action, state.answers, context);
      return settle(state, rolled, context);
    }
    if (overlay !== null) return { state: given, effects: [] };
    const under = place.screen === 'home' ? withPane(place, move, context) : place;
    const pane = { ...state, history: replacePlace(history, under) };
    const rolled = act(pane, action, WHEEL_ROWS, '', context);
    const isBeyond =
      place.screen === 'article' &&
      goesOn(place, context) &&
      needsRest(place, action, WHEEL_ROWS, currentPlace(rolled.state.history), context);
    return isBeyond ? { state: given, effects: [] } : rolled;
  }
  if (overlay?.kind === 'finder') {
    return settle(state, clickFinder(overlay, place, move, context), context);
  }
  const clicked = overlay === null ? clickPlace(place, move, context) : undefined;
  if (clicked === undefined) return { state: given, effects: [] };
  if ('outcome' in clicked) return settle(state, clicked.outcome, context);
  const chosen = { ...state, history: replacePlace(history, clicked.chosen) };
  return act(chosen, 'open', null, '', context);
}
