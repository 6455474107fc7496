import type { Action, ScreenName } from '../keys/actions.ts';
import type { Context } from '../state/context.ts';
import type { PostView } from '../state/place.ts';
import { theme } from '../theme.ts';
import { viewName } from './arrangement-text.ts';
import { type Row, span } from './row.ts';
import { wrapWords } from './wrap-words.ts';

/** The first key of an action on a screen, as the table spells it; the action's name if it has none. */
export function keyOf(action: Action, screen: ScreenName, { keymap }: Context): string {
  const binding = keymap.bindings.find(
    ({ action: other, screens, keys }) =>
      other === action && screens.includes(screen) && keys.length > 0,
  );
  return binding?.keys[0] ?? action;
}

/** Words that stand in the place of a list, broken to `width` cells. */
export function noteRows(text: string, width: number, context: Context): readonly Row[] {
  return wrapWords(text, width, context.settings.ambiguous).map(line => [span(line, theme.faint)]);
}

/** What stands in the place of a list without posts: what was asked, and which key widens it. */
export function emptyRows(view: PostView, width: number, context: Context): readonly Row[] {
  const { library, messages } = context;
  const { posts, done } = context.posts(view);
  if (posts.length > 0) return [];
  const name = viewName(view, context);
  const text = (): string => {
    if (!library.loaded()) return messages.stillReading;
    if (!done) return view.filter === '' ? messages.arranging : messages.counting;
    if (view.filter === '') return messages.noPosts(name);
    return messages.noneFit(view.filter, name, keyOf('escape', 'category', context));
  };
  return noteRows(text(), width, context);
}
