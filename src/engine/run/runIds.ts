/** Ids of runs: ULIDs that sort by creation, also when the clock goes back. */
import { decodeTime, monotonicFactory } from 'ulid';

/** Gives one new id after another. @param newest the id that sorts last in the vault, null in an empty one */
export function runIdSequence(newest: string | null): () => string {
  const next = monotonicFactory();
  const earliest = newest === null ? 0 : decodeTime(newest) + 1;
  return () => next(Math.max(Date.now(), earliest));
}
