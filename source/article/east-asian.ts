/** East Asian Wide and Fullwidth characters (UAX #11) without Hangul, which is set with blanks. */
const WIDE =
  /^[\u231a\u231b\u2e80-\u303e\u3041-\u312f\u3190-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f265}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Ambiguous marks that are full width beside Chinese or Japanese text. */
const SHARED_MARKS = /^[“”‘’—…·]/;

/**
 * Whether a line feed between two characters vanishes instead of becoming a blank: both are wide,
 * or one is and the other is a mark that Chinese shares with Latin (CSS Text 3, section 4.1.3).
 *
 * In: the code points on both sides as strings. Out: true if nothing is to stand between them.
 */
export function joinsAcrossLineFeed(before: string, after: string): boolean {
  const wideBefore = WIDE.test(before);
  const wideAfter = WIDE.test(after);
  if (wideBefore && wideAfter) return true;
  return (wideBefore && SHARED_MARKS.test(after)) || (wideAfter && SHARED_MARKS.test(before));
}
