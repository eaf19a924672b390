/** Characters of a text that stand on the page; the text diff has them all. */
const longest = 4_000;
/** Characters before the first difference of two long texts, so that one sees where it is. */
const before = 400;

/** The beginning of a long text, with a mark where it goes on. */
export function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

interface Pair<Text> {
  readonly left: Text;
  readonly right: Text;
}

/** Two texts from the same place on, so that of long ones what differs is among what stands there. Null: there is none. */
export function shortenedPair({ left, right }: Pair<string | null>): Pair<string | null> {
  const start = left === null || right === null ? 0 : startOf(left, right);
  return { left: pieceOf(left, start), right: pieceOf(right, start) };
}

function startOf(left: string, right: string): number {
  if (left === right || (left.length <= longest && right.length <= longest)) return 0;
  let common = 0;
  while (common < left.length && common < right.length && left[common] === right[common]) common += 1;
  if (common <= longest / 2) return 0;
  const near = common - before;
  const nextLine = left.indexOf('\n', near) + 1;
  return nextLine > 0 && nextLine <= common ? nextLine : near;
}

function pieceOf(text: string | null, start: number): string | null {
  if (text === null || start === 0) return text === null ? null : shortened(text);
  const mark = text[start - 1] === '\n' ? '…\n' : '…';
  return mark + shortened(text.slice(start));
}
