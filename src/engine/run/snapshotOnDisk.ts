/** A workflow with all that a run of it executes, as it is on disk. */
import { loadWorkflow, type LoadedWorkflow } from '../../model/workflow/load';
import { versionAlgorithm } from '../../model/workflow/version';
import type { StoredSnapshot } from '../store/snapshots';
import { readTextIn, type WorkflowPlace } from './readWorkspace';
import { refusal } from './refusal';

/** @throws a refusal when it has errors, or reads a file outside of its workspace */
export async function snapshotOnDisk(place: WorkflowPlace): Promise<StoredSnapshot> {
  const loaded = await loadWorkflow(place.key, readTextIn(place.workspace));
  return checked(loaded, place);
}

function checked(loaded: LoadedWorkflow, place: WorkflowPlace): StoredSnapshot {
  const { workflow, versionId, source, modules } = loaded;
  const first = loaded.problems.find((problem) => problem.severity === 'error');
  if (first !== undefined) {
    const line = first.range.start.line + 1;
    throw refusal('invalidWorkflow', `${first.file}, line ${line}: ${first.message}`);
  }
  if (workflow === null || versionId === null) {
    throw refusal('invalidWorkflow', `${place.path} cannot be read as a workflow. Open it to see its problems.`);
  }
  return { versionId, versionAlgorithm, source, workflow, modules };
}
