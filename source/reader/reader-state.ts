import type { Post } from '../library/post.ts';
import type { ScreenName } from './keys/actions.ts';
import { type Answers, noAnswers } from './state/answers.ts';
import type { Effect } from './state/effect.ts';
import { currentPlace, type History } from './state/history.ts';
import type { MouseMove } from './state/mouse.ts';
import type { Ask, Overlay } from './state/overlay.ts';
import { categoryView, firstHome, type PagerPlace, type Place } from './state/place.ts';
import { firstPrefs, type Prefs } from './state/prefs.ts';
import { articlePlace } from './state/travel.ts';

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
  /** Keys pressed before the article or the first posts were there, in order. */
  readonly waiting: readonly string[];
  /** Command lines that have been started and have not ended, the newest last. */
  readonly running: readonly string[];
  /** A message for the status line until the next key; empty if none. */
  readonly notice: string;
};

export type ReaderEvent =
  | { readonly type: 'key'; readonly key: string }
  /** Text that came all at once: no key is meant by it. */
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'mouse'; readonly move: MouseMove }
  /** No key came for a moment after a digit. */
  | { readonly type: 'waited' }
  /** What keys waited for is there: the shown article can be read now, or never; or posts are. */
  | { readonly type: 'opened' }
  | { readonly type: 'notice'; readonly text: string }
  /** A question about something that cannot be undone; `effect` follows a yes. */
  | { readonly type: 'ask'; readonly question: string; readonly effect: Effect }
  /** A command line is being run, or is no longer. */
  | { readonly type: 'started' | 'ended'; readonly command: string }
  /** A text to be looked through, such as a command's output. */
  | { readonly type: 'show'; readonly pager: PagerPlace }
  /** What has been answered in other sessions, the newest last. */
  | { readonly type: 'answers'; readonly ask: Ask; readonly answers: readonly string[] }
  /** Places to begin with, the last of them shown, unless somebody has gone somewhere already. */
  | { readonly type: 'begin'; readonly places: readonly Place[] };

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
    running: [],
    notice: '',
  };
}

/** Where the next key is pressed. */
export function screenOf({ overlay, history }: ReaderState): ScreenName {
  if (overlay !== null) return overlay.kind;
  const place = currentPlace(history);
  return place.screen === 'search' && place.typing ? 'finder' : place.screen;
}
