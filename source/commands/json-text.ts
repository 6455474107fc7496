// JSON lets these through as they are, and some of them steer a terminal.
const unescaped = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A value as JSON on one line, without a single control or direction character. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    unescaped,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
