/** Which lines of a grid with lines of one size are in sight. */

export interface Stretch {
  readonly from: number;
  /** Behind the last. */
  readonly to: number;
}

/** Lines beyond the edges of what is in sight. */
const overscan = 2;

/** The lines between `offset` and `offset + length` (pixels), and some around them. */
export function inSight(offset: number, length: number, lineSize: number, lines: number): Stretch {
  const from = Math.floor(offset / lineSize) - overscan;
  const to = Math.ceil((offset + length) / lineSize) + overscan;
  return { from: Math.max(0, Math.min(from, lines)), to: Math.max(0, Math.min(to, lines)) };
}
