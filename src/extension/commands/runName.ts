/** What a run may be called. */

/** Characters of the longest name, without blanks around it. */
export const longestName = 200;

export type NameProblem = 'empty' | 'tooLong';

/** Why the text cannot be a run's name; null when it can. Blanks around it do not count. */
export function nameProblem(text: string): NameProblem | null {
  const { length } = text.trim();
  if (length === 0) return 'empty';
  return length > longestName ? 'tooLong' : null;
}
