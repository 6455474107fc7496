import { type Entry, entryOf } from './entry.ts';
import type { Ask } from './overlay.ts';

/** What has been answered to prompts and sought before, the newest last. */
export type Answers = Readonly<Record<Ask | 'search', readonly string[]>>;

export const noAnswers: Answers = { filter: [], find: [], pipe: [], write: [], search: [] };

const KEPT_ANSWERS = 50;

/** The answers with one more; the same one again moves to the end. */
export function withAnswer(answers: Answers, ask: keyof Answers, text: string): Answers {
  if (text.trim() === '') return answers;
  const others = answers[ask].filter(answer => answer !== text);
  return { ...answers, [ask]: [...others, text].slice(-KEPT_ANSWERS) };
}

/** A line that is typed or recalled. */
export type Recalled = {
  readonly entry: Entry;
  /** How far back in earlier input the line comes from; 0 for what was typed. */
  readonly recalled: number;
  readonly typed: string;
};

/** The line `step` further back in what was `given` before, or on towards what was typed. */
export function recall(line: Recalled, step: number, given: readonly string[]): Recalled {
  const recalled = Math.max(0, Math.min(line.recalled + step, given.length));
  const typed = line.recalled === 0 ? line.entry.text : line.typed;
  const text = recalled === 0 ? typed : (given[given.length - recalled] ?? '');
  return { recalled, typed, entry: entryOf(text) };
}
