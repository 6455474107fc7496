import type { Action } from '../keys/actions.ts';

/**
 * The first row shown of a text of `length` rows after an action, none of it beyond the end;
 * undefined if the action is no movement.
 *
 * @param height rows shown at once
 * @param count the number typed before the key
 */
export function scrollText(
  top: number,
  length: number,
  height: number,
  action: Action,
  count: number | null,
): number | undefined {
  const lowest = Math.max(0, length - height);
  const to = (row: number): number => Math.max(0, Math.min(row, lowest));
  const times = count ?? 1;
  const half = Math.max(1, height >> 1);
  switch (action) {
    case 'down':
      return to(top + times);
    case 'up':
      return to(top - times);
    case 'page-down':
      return to(top + times * height);
    case 'page-up':
      return to(top - times * height);
    case 'half-down':
      return to(top + times * half);
    case 'half-up':
      return to(top - times * half);
    case 'first':
      return to(count === null ? 0 : count - 1);
    case 'last':
      return to(count === null ? lowest : count - 1);
    default:
      return undefined;
  }
}
