import { cleanField } from '../article/sanitise.ts';
import { jsonText } from './json-text.ts';

/** What a command prints of one thing, its keys in the order of the contract. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/**
 * A value of a record as one clean line: nothing for null, lists divided by commas, and what has
 * parts of its own as JSON.
 */
export function fieldText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return cleanField(value);
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) {
    return cleanField(value.join(','));
  }
  return typeof value === 'object' ? jsonText(value) : String(value);
}
