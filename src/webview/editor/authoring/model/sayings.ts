/** What is said of an edit to people who hear the canvas. */

/** "1 node", "14 nodes". */
export function countOf(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}
