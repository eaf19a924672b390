/** Making runs. */
import { basename, dirname } from 'node:path';
import type { RunSummary, RunWorkflow } from '../../model/run/run';
import { defaultName } from '../../model/workflow/paths';
import { runNodesOf, scopeOf } from '../../model/workflow/runNodes';
import type { Workflow } from '../../model/workflow/workflow';
import type { StartRunParams } from '../../protocol/engine';
import { insertNodeRuns, pendingNodeRun } from '../store/nodeRuns';
import type { StoredNodeRun } from '../store/rows';
import { insertRun, takeRunNumber, type NewRun } from '../store/runs';
import { keepSnapshot, type StoredSnapshot } from '../store/snapshots';
import { authorOf } from './author';
import { storedRunOf } from './findRun';
import { placeOf, type WorkflowPlace } from './readWorkspace';
import { refusal } from './refusal';
import { runInputs } from './runInputs';
import { checkedName, nameAfter } from './runName';
import { snapshotOnDisk } from './snapshotOnDisk';
import { dropTakeOver, settleTakeOver, takeOver } from './takeOver';
import type { Vault } from './vault';

/** Starts a run of the workflow as it is on disk. @throws a refusal */
export async function startRun(vault: Vault, params: StartRunParams): Promise<RunSummary> {
  const place = await placeOf(params.workflowPath, params.workspace);
  const snapshot = await snapshotOnDisk(place);
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
    workflow: runWorkflowOf(place, workflow),
    fleet: params.fleet ?? workflow.fleet,
    rerunOf: null,
    inputs: runInputs(workflow.inputs, params.inputs, place.path),
    environment: params.environment,
  });
}

/** The workflow as its runs are listed under. */
export function runWorkflowOf({ path, workspace, key }: WorkflowPlace, workflow: Workflow): RunWorkflow {
  return {
    path,
    name: workflow.name ?? defaultName(key),
    project: workflow.project ?? basename(dirname(path)),
    workspace,
  };
}

type RunOrder = Omit<NewRun, 'id' | 'number' | 'name' | 'versionId' | 'author' | 'createdAt' | 'snapshot'> & {
  /** Null: named after the workflow and its number. */
  readonly name: string | null;
};

/** Stores a run with its nodes and sets it going; `reused` are results of the run it repeats. @throws a refusal */
export async function makeRun(
  vault: Vault,
  snapshot: StoredSnapshot,
  order: RunOrder,
  reused: readonly StoredNodeRun[] = [],
): Promise<RunSummary> {
  requireFleet(vault, order.fleet);
  const author = await authorOf(order.workflow.workspace, order.environment);
  const id = vault.newRunId();
  const { rerunOf } = order;
  const { paths } = vault;
  const taken = rerunOf === null ? [] : await takeOver(reused, { paths, from: rerunOf, to: id });
  const results = new Map(taken.map((nodeRun) => [nodeRun.nodeId, nodeRun]));
  try {
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
        runNodesOf(scopeOf(snapshot)).map(({ path }) => results.get(path) ?? pendingNodeRun(path)),
      );
    });
  } catch (error) {
    await dropTakeOver({ paths, to: id });
    throw error;
  }
  settleTakeOver({ paths, to: id });
  vault.events.runChanged(id);
  const { summary } = storedRunOf(vault.store, id);
  vault.launch(id);
  return summary;
}

/** @throws a refusal when the vault has no such fleet */
export function requireFleet({ fleets }: Vault, fleet: string): void {
  if (fleets.has(fleet)) return;
  const known = [...fleets.keys()].join(', ');
  throw refusal('notAllowed', `There is no fleet ${fleet} in this vault. Choose one of: ${known}.`);
}
