/** The sentence of a search for the first failing version. */
import type { FailureSearch } from './firstFailing';
import type { HistoryRun } from './history';

/** What was found, and what to make of it. `subject`: `The workflow`, or the name of a node. */
export function failureWords(search: FailureSearch, subject: string): string {
  switch (search.kind) {
    case 'untold':
      return `${subject} has no run here that succeeded or failed, so there is nothing to find yet.`;
    case 'succeeds':
      return `${subject} does not fail: ${named(search.last)}, the last run that tells, succeeded.`;
    case 'neverSucceeded':
      return search.isComplete
        ? `${subject} never succeeded: it has failed since ${named(search.first)}, its first run that tells.`
        : `${subject} failed in all runs shown. Load more to look further back than ${named(search.first)}.`;
    case 'sameVersion':
      return `${subject} fails since ${named(search.first)}, with the same version that succeeded in ${named(search.before)}: what changed is not the workflow. Compare inputs, input files and machines of the two.`;
    case 'sometimes':
      return `${subject} fails sometimes in the same version: ${search.failures} of ${search.runs} runs of the version of ${named(search.first)} failed, and others succeeded in between.`;
    case 'found':
      return `${subject} fails since ${named(search.first)}. The last success was ${named(search.before)}, with another version${betweenWords(search.between)}.`;
  }
}

function betweenWords(between: readonly HistoryRun[]): string {
  if (between.length === 0) return '';
  return between.length === 1
    ? '; the run between them does not tell'
    : `; ${between.length} runs between them do not tell`;
}

function named({ run }: HistoryRun): string {
  return `#${run.number}`;
}
