/** Which columns the finding is about. */
import type { FailureSearch } from '../../../model/history/firstFailing';

/** By run id. */
export type Marks = ReadonlyMap<string, 'lastSuccess' | 'firstFailure'>;

const none: Marks = new Map();

/** The columns of the last success and the first failure. */
export function marksOf(found: FailureSearch | null): Marks {
  switch (found?.kind) {
    case 'found':
    case 'sameVersion':
    case 'sometimes':
      return new Map([
        [found.before.run.id, 'lastSuccess'],
        [found.first.run.id, 'firstFailure'],
      ]);
    case 'neverSucceeded':
      return new Map([[found.first.run.id, 'firstFailure']]);
    default:
      return none;
  }
}
