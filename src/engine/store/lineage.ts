/** Which runs are the same version run again. */
import type { RunStatus } from '../../model/run/status';
import type { RunLineage } from '../../protocol/engine';
import type { Store } from './store';

type RunReference = RunLineage['reruns'][number];

/** The run that `run` runs again, null when it is none or deleted; and the runs that ran `run` again, oldest first. */
export function lineageOf(store: Store, run: { readonly id: string; readonly rerunOf: string | null }): RunLineage {
  const first = run.rerunOf === null ? undefined : store.prepare(selectOne).get(run.rerunOf);
  return {
    rerunOf: first === undefined ? null : referenceOf(first),
    reruns: store.prepare(selectReruns).all(run.id).map(referenceOf),
  };
}

const selectOne = 'SELECT id, name, status FROM runs WHERE id = ?';
const selectReruns = 'SELECT id, name, status FROM runs WHERE rerunOf = ? ORDER BY id';

function referenceOf(row: Readonly<Record<string, unknown>>): RunReference {
  return { id: String(row['id']), name: String(row['name']), status: String(row['status']) as RunStatus };
}
