/** Running a run once more: all of it, or only what has to be. */
import { basename } from 'node:path';
import { allows } from '../../model/run/actions';
import type { RunInput, RunSummary } from '../../model/run/run';
import { staleNodes } from '../../model/workflow/diff';
import { fitsType } from '../../model/workflow/inputValues';
import { nodesToRun } from '../../model/workflow/nodesToRun';
import { runNodesOf, scopeOf, type RunNode } from '../../model/workflow/runNodes';
import type { RerunParams, RerunPart } from '../../protocol/engine';
import { nodeRunsOf } from '../store/nodeRuns';
import type { StoredNodeRun, StoredRun } from '../store/rows';
import { readSnapshot, type StoredSnapshot } from '../store/snapshots';
import { storedRunOf } from './findRun';
import { placeOf } from './readWorkspace';
import { refusal } from './refusal';
import { runInputs } from './runInputs';
import { checkedName } from './runName';
import { snapshotOnDisk } from './snapshotOnDisk';
import { makeRun } from './startRun';
import { goneResults, type GoneResult } from './takeOver';
import type { Vault } from './vault';

/** Runs a run, or a part of it, once more. @throws a refusal */
export async function rerunRun(vault: Vault, params: RerunParams): Promise<RunSummary> {
  vault.commits.flush();
  const before = storedRunOf(vault.store, params.runId);
  const { summary } = before;
  if (before.snapshot === null || !allows(summary, 'runAgain')) {
    throw refusal('notAllowed', `The run "${summary.name}" has not begun, so there is no version of it to run again.`);
  }
  const { part, creationType, environment } = params;
  const ran = readSnapshot(vault.store, before.snapshot);
  const order = {
    name: null,
    creationType,
    workflow: summary.workflow,
    fleet: summary.fleet,
    rerunOf: summary.id,
    environment,
  };
  if (part.kind === 'all') {
    const { path } = summary.workflow;
    const inputs = part.inputs === null ? before.inputs : runInputs(ran.workflow.inputs, part.inputs, path);
    const name = part.name ?? null;
    return makeRun(vault, ran, { ...order, inputs, name: name === null ? null : checkedName(name) });
  }
  return vault.locks.whileCopied(summary.id, async () => {
    const rest = await restOfRun(vault, before, ran, part);
    return makeRun(vault, rest.snapshot, { ...order, inputs: rest.inputs }, rest.reused);
  });
}

interface RestOfRun {
  readonly snapshot: StoredSnapshot;
  readonly inputs: readonly RunInput[];
  /** The node runs whose results stand. */
  readonly reused: readonly StoredNodeRun[];
}

/** What is left to run of an ended run, of the version that ran or of the live one. */
async function restOfRun(
  vault: Vault,
  { summary, inputs }: StoredRun,
  ran: StoredSnapshot,
  { from, version, versionId, gone = 'refuse' }: RerunPart & { kind: 'rest' },
): Promise<RestOfRun> {
  if (!allows(summary, 'delete')) {
    throw refusal('notAllowed', `The run "${summary.name}" is ${summary.status}. Wait until it has ended.`);
  }
  const { path, workspace } = summary.workflow;
  const snapshot = version === 'ran' ? ran : await snapshotOnDisk(await placeOf(path, workspace));
  if (version === 'live' && (versionId ?? snapshot.versionId) !== snapshot.versionId) {
    throw refusal(
      'versionChanged',
      `${basename(path)} or one of its scripts was changed on disk since you looked at it. Look again, then run it.`,
    );
  }
  const scope = scopeOf(snapshot);
  const nodes = runNodesOf(scope);
  if (from !== null && !nodes.some((node) => node.path === from)) {
    throw refusal('invalidParams', `The workflow has no node ${from}. It may have been renamed since.`);
  }
  const before = new Map(nodeRunsOf(vault.store, summary.id).map((nodeRun) => [nodeRun.nodeId, nodeRun]));
  const stale = new Set(staleNodes(ran, snapshot));
  const mustRun = ({ path, inside }: RunNode): boolean =>
    path === from || stale.has(path) || (inside === null && before.get(path)?.status !== 'succeeded');
  const partOf = (running: ReadonlySet<string>): StoredNodeRun[] =>
    nodes.flatMap(({ path }) => (running.has(path) ? [] : (before.get(path) ?? [])));
  let running = nodesToRun(scope, mustRun);
  if (running.size === 0) {
    throw refusal(
      'notAllowed',
      `Every node of the run "${summary.name}" succeeded, and none was edited since. Run it again, or choose a node to run from.`,
    );
  }
  // What lies inside of a module says itself what is gone.
  const isModule = new Set(nodes.flatMap(({ path, inside }) => (inside === null ? [] : [path])));
  const reusable = partOf(running).filter(({ nodeId }) => !isModule.has(nodeId));
  const missing = await goneResults(reusable, vault.paths, summary.id);
  if (missing.length > 0 && gone === 'refuse') throw refusal('resultsGone', goneWords(missing));
  const again = new Set(missing.map(({ nodeId }) => nodeId));
  if (again.size > 0) running = nodesToRun(scope, (node) => mustRun(node) || again.has(node.path));
  return {
    snapshot,
    inputs: version === 'ran' ? inputs : inputsOfLive(snapshot, inputs, path),
    reused: partOf(running),
  };
}

function goneWords([first, ...others]: readonly GoneResult[]): string {
  const name = first === undefined ? '' : `${first.what} of the node ${first.nodeId}`;
  const more = others.map(({ nodeId }) => nodeId);
  const also =
    more.length === 0
      ? ''
      : ` So are results of ${more.slice(0, 5).join(', ')}${more.length > 5 ? ' and others' : ''}.`;
  return `Nothing was started, since a result to go on with is gone: ${name}.${also} Let such nodes run again too, or run all of it again.`;
}

/** What the run was given, as far as the live workflow still asks for it; nodes that an edited input feeds run again. */
function inputsOfLive({ workflow }: StoredSnapshot, inputs: readonly RunInput[], path: string): RunInput[] {
  const given = inputs.filter(({ name, value }) => {
    const input = workflow.inputs.find((input) => input.name === name);
    return input !== undefined && fitsType(input.type, value);
  });
  return runInputs(workflow.inputs, Object.fromEntries(given.map(({ name, value }) => [name, value])), path);
}
