import type { Action } from './keys/actions.ts';
import type { ReaderState, Step } from './reader-state.ts';
import { type Answers, withAnswer } from './state/answers.ts';
import { reduceArticle } from './state/article.ts';
import { reduceCategory } from './state/category.ts';
import type { Context } from './state/context.ts';
import { newFinder } from './state/finder.ts';
import { reduceHelp } from './state/help.ts';
import { currentPlace, pushPlace, replacePlace } from './state/history.ts';
import { reduceHome } from './state/home.ts';
import type { Outcome } from './state/outcome.ts';
import { reducePager } from './state/pager.ts';
import type { Place } from './state/place.ts';
import { reduceSearch, soughtWords } from './state/search.ts';
import { travel, travelInHistory } from './state/travel.ts';

function reducePlace(
  place: Place,
  action: Action,
  count: number | null,
  key: string,
  answers: Answers,
  context: Context,
): Outcome<Place> {
  switch (place.screen) {
    case 'home':
      return reduceHome(place, action, count, context);
    case 'category':
      return reduceCategory(place, action, count, context);
    case 'search':
      return reduceSearch(place, action, count, key, answers, context);
    case 'article':
      return reduceArticle(place, action, count, context);
    case 'help':
      return reduceHelp(place, action, count, context);
    case 'pager':
      return reducePager(place, action, count, context);
  }
}

/** The answers with the words of a search that is left. */
function withSought(answers: Answers, left: Place): Answers {
  return left.screen === 'search' ? withAnswer(answers, 'search', soughtWords(left)) : answers;
}

/** The state after what a screen or an overlay has answered. */
export function settle(state: ReaderState, outcome: Outcome<Place>, context: Context): Step {
  const { place, go, effects = [], notice = '', overlay = null, prefs = state.prefs } = outcome;
  const kept = replacePlace(state.history, place);
  const history = go === undefined ? kept : travel(kept, go, context);
  const answers = go === undefined ? state.answers : withSought(state.answers, place);
  return { state: { ...state, history, notice, overlay, prefs, answers }, effects };
}

/** An action on the shown place, no overlay being over it. */
export function act(
  state: ReaderState,
  action: Action,
  count: number | null,
  key: string,
  context: Context,
): Step {
  const { history } = state;
  const place = currentPlace(history);
  const inHistory = (steps: number): Step => {
    const moved = travelInHistory(history, steps, context);
    const { noHistoryBack, noHistoryForward } = context.messages;
    const notice = moved !== history ? '' : steps < 0 ? noHistoryBack : noHistoryForward;
    const answers = withSought(state.answers, place);
    return { state: { ...state, history: moved, notice, answers }, effects: [] };
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
      if (place.screen === 'help') break;
      const help = { screen: 'help', from: place.screen, top: 0, filter: '' } as const;
      return { state: { ...state, history: pushPlace(history, help) }, effects: [] };
    }
  }
  const outcome = reducePlace(place, action, count, key, state.answers, context);
  return settle(state, outcome, context);
}
