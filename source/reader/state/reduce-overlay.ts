import type { Action } from '../keys/actions.ts';
import { type Answers, withAnswer } from './answers.ts';
import { arrange, sortOf } from './arrange.ts';
import { openedAt } from './beginning.ts';
import type { Context } from './context.ts';
import { reduceFinder } from './finder.ts';
import { reduceHints } from './hints.ts';
import type { Outcome } from './outcome.ts';
import type { Overlay } from './overlay.ts';
import type { Place } from './place.ts';
import { reducePrompt } from './prompt.ts';

export type OverlayStep = { readonly outcome: Outcome<Place>; readonly answers: Answers };

function reduce(
  overlay: Overlay,
  place: Place,
  action: Action,
  key: string,
  answers: Answers,
  context: Context,
): Outcome<Place> {
  switch (overlay.kind) {
    case 'prompt':
      return reducePrompt(overlay, place, action, key, answers, context);
    case 'finder':
      return reduceFinder(overlay, place, action, key, context);
    case 'sort': {
      const sort = sortOf(action);
      return { place: sort === undefined ? place : arrange(place, { sort }) };
    }
    case 'hints': {
      if (place.screen !== 'article') return { place };
      const opened = openedAt(place, context);
      if (opened.status === 'loading') return { place };
      return reduceHints(overlay.typed, place, opened.page, action, key, context);
    }
    case 'confirm':
      return action === 'accept' ? { place, effects: [overlay.effect] } : { place };
  }
}

/** A key that an overlay takes: it stays if the outcome has an overlay, else it is closed. */
export function reduceOverlay(
  overlay: Overlay,
  place: Place,
  action: Action,
  key: string,
  answers: Answers,
  context: Context,
): OverlayStep {
  const outcome = reduce(overlay, place, action, key, answers, context);
  const isAnswered = overlay.kind === 'prompt' && action === 'accept';
  return {
    outcome,
    answers: isAnswered ? withAnswer(answers, overlay.ask, overlay.entry.text) : answers,
  };
}
