/** Finding the run that a client means. */
import type { RunDetails } from '../../model/run/run';
import { nodeRunsOf } from '../store/nodeRuns';
import { detailsOf, type StoredRun } from '../store/rows';
import { findRun, runIdsWithPrefix } from '../store/runs';
import type { Store } from '../store/store';
import { refusal } from './refusal';

/** The run of an id. @throws a refusal */
export function storedRunOf(store: Store, id: string): StoredRun {
  const run = findRun(store, id);
  if (run === null) throw refusal('unknownRun', `There is no run ${id} in this vault; it may have been deleted.`);
  return run;
}

/** The run of an id or of a unique prefix of one, with its nodes. @throws a refusal */
export function detailsOfRun(store: Store, idOrPrefix: string): RunDetails {
  const prefix = idOrPrefix.toUpperCase();
  if (prefix === '') {
    throw refusal('unknownRun', 'A run is named by its id, or the beginning of it: an empty one means none.');
  }
  const [id, other] = runIdsWithPrefix(store, prefix, 2);
  if (id === undefined) throw refusal('unknownRun', `There is no run ${idOrPrefix} in this vault.`);
  if (other !== undefined && id !== prefix) {
    throw refusal('unknownRun', `Several runs begin with ${idOrPrefix}. Type more of the id.`);
  }
  return detailsOf(storedRunOf(store, id), nodeRunsOf(store, id));
}
