/** Making runs: from the files on disk, or once more from the snapshot of an earlier run. */
import { basename, dirname } from 'node:path';
import { allows } from '../../model/run/actions';
import type { CreationType, RunSummary } from '../../model/run/run';
import { loadWorkflow, type LoadedWorkflow } from '../../model/workflow/load';
import { defaultName } from '../../model/workflow/paths';
import { runNodesOf, scopeOf } from '../../model/workflow/runNodes';
import { versionAlgorithm } from '../../model/workflow/version';
import type { StartRunParams } from '../../protocol/engine';
import { insertNodeRuns } from '../store/nodeRuns';
import { insertRun, takeRunNumber, type NewRun } from '../store/runs';
import { keepSnapshot, readSnapshot, type StoredSnapshot } from '../store/snapshots';
import { authorOf } from './author';
import { storedRunOf } from './findRun';
import { placeOf, readTextIn, type WorkflowPlace } from './readWorkspace';
import { refusal } from './refusal';
import { runInputs } from './runInputs';
import { checkedName, nameAfter } from './runName';
import type { Vault } from './vault';

/** Starts a run of the workflow as it is on disk. @throws a refusal */
export async function startRun(vault: Vault, params: StartRunParams): Promise<RunSummary> {
  const place = await placeOf(params.workflowPath, params.workspace);
  const loaded = await loadWorkflow(place.key, readTextIn(place.workspace));
  const snapshot = checked(loaded, place);
  if (params.versionId !== null && params.versionId !== snapshot.versionId) {
    throw refusal(
      'versionChanged',
      `${basename(place.path)} or one of its scripts was changed on disk since you looked at it. Look again, then run it.`,
    );
  }
  const { workflow } = snapshot;
  return makeRun(vault, snapshot, {
    name: params.name === null ? null : checkedName(params.name),
    creationType: params.creationType,
    workflow: {
      path: place.path,
      name: workflow.name ?? defaultName(place.key),
      project: workflow.project ?? basename(dirname(place.path)),
      workspace: place.workspace,
    },
    fleet: params.fleet ?? workflow.fleet,
    rerunOf: null,
    inputs: runInputs(workflow.inputs, params.inputs, place.path),
    environment: params.environment,
  });
}

/** Starts a run of the same version, with the same inputs unless others are given. @throws a refusal */
export async function rerunRun(
  vault: Vault,
  params: {
    runId: string;
    inputs: Record<string, string> | null;
    creationType: CreationType;
    environment: Record<string, string>;
  },
): Promise<RunSummary> {
  const before = storedRunOf(vault.store, params.runId);
  const { summary } = before;
  if (before.snapshot === null || !allows(summary, 'runAgain')) {
    throw refusal('notAllowed', `The run "${summary.name}" has not begun, so there is no version of it to run again.`);
  }
  const { creationType, environment, inputs } = params;
  const snapshot = readSnapshot(vault.store, before.snapshot);
  return makeRun(vault, snapshot, {
    name: null,
    creationType,
    workflow: summary.workflow,
    fleet: summary.fleet,
    rerunOf: summary.id,
    inputs: inputs === null ? before.inputs : runInputs(snapshot.workflow.inputs, inputs, summary.workflow.path),
    environment,
  });
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

type RunOrder = Omit<NewRun, 'id' | 'number' | 'name' | 'versionId' | 'author' | 'createdAt' | 'snapshot'> & {
  /** Null: named after the workflow and its number. */
  readonly name: string | null;
};

async function makeRun(vault: Vault, snapshot: StoredSnapshot, order: RunOrder): Promise<RunSummary> {
  if (!vault.fleets.has(order.fleet)) {
    const known = [...vault.fleets.keys()].join(', ');
    throw refusal('notAllowed', `There is no fleet ${order.fleet} in this vault. Choose one of: ${known}.`);
  }
  const author = await authorOf(order.workflow.workspace, order.environment);
  const id = vault.newRunId();
  vault.change((store) => {
    const number = takeRunNumber(store, order.workflow.path);
    insertRun(store, {
      ...order,
      id,
      number,
      name: order.name ?? nameAfter(order.workflow.name, number),
      versionId: snapshot.versionId,
      author,
      createdAt: Date.now(),
      snapshot: keepSnapshot(store, snapshot),
    });
    insertNodeRuns(
      store,
      id,
      runNodesOf(scopeOf(snapshot)).map(({ path }) => path),
    );
  });
  vault.events.runChanged(id);
  const { summary } = storedRunOf(vault.store, id);
  vault.launch(id);
  return summary;
}
