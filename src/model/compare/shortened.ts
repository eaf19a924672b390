/** Characters of a text that stand on the page; the text diff has them all. */
const longest = 4_000;

/** The beginning of a long text, with a mark where it goes on. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
