/** Where the values of a run's nodes come from. */
import { dirname, join, posix } from 'node:path';
import type { StoredRun } from '../store/rows';
import type { InputSources } from './nodeInputs';
import type { RunGraph } from './runGraph';

/** `entry` is the key of the workflow file in the run's snapshot. */
export function inputSources(run: StoredRun, entry: string, graph: RunGraph): InputSources {
  const { path: workflowPath } = run.summary.workflow;
  return {
    // Data files are not in the snapshot: their paths start from where the file lies on disk.
    folderOf: (file) => join(dirname(workflowPath), posix.relative(posix.dirname(entry), posix.dirname(file))),
    runInputs: run.inputs,
    outputsOf: (path) => graph.at(path)?.run.outputs ?? [],
  };
}
