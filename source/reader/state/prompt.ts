import type { Action } from '../keys/actions.ts';
import { type Answers, recall } from './answers.ts';
import { withFilter } from './arrange.ts';
import { openedAt } from './beginning.ts';
import { chosenPost } from './chosen.ts';
import type { Context } from './context.ts';
import type { Entry } from './entry.ts';
import { findPhrases } from './find.ts';
import { editLine } from './line-edit.ts';
import type { Outcome } from './outcome.ts';
import type { Overlay } from './overlay.ts';
import { findInPager } from './pager.ts';
import type { Place } from './place.ts';

export type Prompt = Extract<Overlay, { kind: 'prompt' }>;

/** What the place looks like while `text` stands in the prompt. */
export function promptedPlace({ ask, before }: Prompt, text: string, context: Context): Place {
  if (ask === 'filter') return withFilter(before, text);
  if (ask !== 'find') return before;
  if (before.screen === 'pager') return findInPager(before, text);
  if (before.screen !== 'article') return before;
  const opened = openedAt(before, context);
  return opened.status === 'loading' ? before : findPhrases(before, opened.page, [text], context);
}

function answer(prompt: Prompt, place: Place, context: Context): Outcome<Place> {
  const text = prompt.entry.text.trim();
  const post = chosenPost(prompt.before, context);
  if (text === '' || post === undefined) return { place };
  switch (prompt.ask) {
    case 'pipe':
      return { place, effects: [{ type: 'pipe', post, command: text }] };
    case 'write':
      return { place, effects: [{ type: 'write', post, file: text, over: false }] };
    default:
      return { place };
  }
}

/** A prompt whose line is `entry`, and the place as it then looks. */
export function promptWith(prompt: Prompt, entry: Entry, context: Context): Outcome<Place> {
  const place = promptedPlace(prompt, entry.text, context);
  return { place, overlay: { ...prompt, entry } };
}

/** A key in a prompt: it stays open (`overlay`) or has been answered or cancelled. */
export function reducePrompt(
  prompt: Prompt,
  place: Place,
  action: Action,
  key: string,
  answers: Answers,
  context: Context,
): Outcome<Place> {
  switch (action) {
    case 'accept':
      return answer(prompt, place, context);
    case 'cancel':
      return { place: prompt.before };
    case 'older':
    case 'newer': {
      const given = answers[prompt.ask];
      const recalled = { ...prompt, ...recall(prompt, action === 'older' ? 1 : -1, given) };
      return promptWith(recalled, recalled.entry, context);
    }
  }
  // As in other pagers: deleting where there is nothing leaves.
  if (action === 'delete-back' && prompt.entry.text === '') return { place: prompt.before };
  const entry = editLine(prompt.entry, action, key);
  if (entry === undefined) return { place, overlay: prompt };
  if (entry.text === prompt.entry.text) return { place, overlay: { ...prompt, entry } };
  return promptWith({ ...prompt, recalled: 0 }, entry, context);
}
