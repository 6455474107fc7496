import type { Screen } from '../rows/screen.ts';
import { isTooSmall } from '../state/geometry.ts';
import { currentPlace } from '../state/history.ts';
import type { Snapshot } from '../store.ts';
import { articleScreen } from './article.ts';
import { categoryScreen } from './category.ts';
import { failureScreen } from './failure.ts';
import { finderScreen } from './finder.ts';
import { helpScreen } from './help.ts';
import { homeScreen } from './home.ts';
import { pagerScreen } from './pager.ts';
import { searchScreen } from './search.ts';
import { tooSmallScreen } from './too-small.ts';

/** The screen of the place the state is at, or the finder over it, at any size; what failed instead. */
export function currentScreen({ state, context, failure }: Snapshot): Screen {
  if (isTooSmall(context)) return tooSmallScreen(context);
  if (failure !== undefined) return failureScreen(context, failure);
  const place = currentPlace(state.history);
  const { pending, overlay } = state;
  const command = state.running.at(-1);
  const isQuiet = state.notice === '' && command !== undefined;
  const notice = isQuiet ? context.messages.running(command) : state.notice;
  if (overlay?.kind === 'finder') return finderScreen(context, place, overlay, notice);
  const interruption = { notice, pending, overlay };
  switch (place.screen) {
    case 'home':
      return homeScreen(context, place, interruption);
    case 'category':
      return categoryScreen(context, place, interruption);
    case 'search':
      return searchScreen(context, place, interruption);
    case 'article':
      return articleScreen(context, place, interruption);
    case 'help':
      return helpScreen(context, place, interruption);
    case 'pager':
      return pagerScreen(context, place, interruption);
  }
}
