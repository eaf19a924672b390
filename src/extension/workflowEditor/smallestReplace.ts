/** The smallest single replacement that turns one text into another. */

export interface Replacement {
  /** UTF-16 offsets into the old text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The part between the common beginning and the common end of both texts; null when they are equal. A pair of
 * surrogates or of CR and LF is never cut in two, since an editor would take the halves for other characters.
 */
export function smallestReplace(before: string, after: string): Replacement | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (cutsPair(before, start) || cutsPair(after, start)) start -= 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (tail > 0 && (cutsPair(before, before.length - tail) || cutsPair(after, after.length - tail))) tail -= 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function cutsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const pair = text.slice(index - 1, index + 1);
  return pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair);
}
