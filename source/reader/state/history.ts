import type { HomePlace, Place } from './place.ts';
import { firstHome } from './place.ts';

/** The places gone through, and which of them is shown. Places after it are those gone back from. */
export type History = { readonly places: readonly Place[]; readonly at: number };

/** Older places than these are forgotten. */
const LONGEST = 500;

/** The place shown. */
export function currentPlace(history: History): Place {
  return history.places[history.at] ?? firstHome;
}

/** The history with the shown place's state replaced. */
export function replacePlace(history: History, place: Place): History {
  if (currentPlace(history) === place) return history;
  return { ...history, places: history.places.with(history.at, place) };
}

/** Goes to a new place; what lay ahead is forgotten. */
export function pushPlace(history: History, place: Place): History {
  const places = [...history.places.slice(0, history.at + 1), place].slice(-LONGEST);
  return { places, at: places.length - 1 };
}

/** `steps` back (negative) or forward, no further than there are places. */
export function moveInHistory(history: History, steps: number): History {
  const at = Math.max(0, Math.min(history.at + steps, history.places.length - 1));
  return at === history.at ? history : { ...history, at };
}

/** Index of the place the shown one was opened from, -1 if it was the first. */
export function openerOf({ places, at }: History): number {
  let index = at;
  for (;;) {
    const place = places[index];
    const stepped = place !== undefined && 'stepped' in place && place.stepped;
    if (!stepped || index === 0) return index - 1;
    index -= 1;
  }
}

/** Home as it was last seen. */
export function lastHome({ places, at }: History): HomePlace {
  for (let index = at; index >= 0; index -= 1) {
    const place = places[index];
    if (place?.screen === 'home') return place;
  }
  return firstHome;
}
