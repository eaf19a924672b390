/** What a run may be called. */

const longest = 200;

/** Why the text cannot be a run's name, in a sentence; undefined when it can. Blanks around it do not count. */
export function nameProblem(text: string): string | undefined {
  const { length } = text.trim();
  if (length === 0) return 'Give the run a name, so that it can be found again.';
  if (length > longest) return `A name has at most ${longest} characters; this one has ${length}.`;
  return undefined;
}
