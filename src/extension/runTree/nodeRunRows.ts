/** The node runs below a run that somebody expanded: read once for an ended run, followed live for an active one. */
import type * as vscode from 'vscode';
import type { NodeRun } from '../../model/run/run';
import { isActive } from '../../model/run/status';
import { labelsOf } from '../../model/workflow/runNodes';
import { getRun, type NodesChanged } from '../../protocol/engine';
import type { EngineConnection, RunWatch } from '../engineConnection';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import type { NodeRunElement, RunElement } from './elements';

interface Followed {
  readonly watch: RunWatch | null;
  readonly rows: ReadonlyMap<string, NodeRunElement>;
}

export class NodeRunRows implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #snapshots: RunSnapshots;
  readonly #followed = new Map<RunElement, Promise<Followed>>();

  constructor(connection: EngineConnection, snapshots: RunSnapshots) {
    this.#connection = connection;
    this.#snapshots = snapshots;
  }

  /**
   * The rows right below the run, in the order of the workflow; those inside of modules are below these.
   * @throws EngineUnavailableError, or ResponseError when the run is gone
   */
  async of(parent: RunElement): Promise<readonly NodeRunElement[]> {
    let followed = this.#followed.get(parent);
    if (!followed) {
      followed = this.#read(parent);
      this.#followed.set(parent, followed);
      followed.catch(() => this.#followed.delete(parent));
    }
    return [...(await followed).rows.values()].filter(({ module }) => module === null);
  }

  /** Puts the new states into their rows and gives the rows that changed. */
  async apply(event: NodesChanged): Promise<NodeRunElement[]> {
    const changed: NodeRunElement[] = [];
    for (const [parent, followed] of this.#followed) {
      if (parent.run.id !== event.runId) continue;
      const { rows } = await followed;
      for (const nodeRun of event.nodes) {
        const row = rows.get(nodeRun.id);
        if (!row) continue;
        row.nodeRun = nodeRun;
        changed.push(row);
      }
    }
    return changed;
  }

  /** Forgets the rows below the run; they are read anew when it is expanded again. */
  forget(parent: RunElement): void {
    const followed = this.#followed.get(parent);
    this.#followed.delete(parent);
    followed?.then(({ watch }) => watch?.dispose()).catch(() => undefined);
  }

  forgetAll(): void {
    for (const parent of this.#followed.keys()) this.forget(parent);
  }

  dispose(): void {
    this.forgetAll();
  }

  async #read(parent: RunElement): Promise<Followed> {
    const { id, status } = parent.run;
    const labels = this.#labelsOf(parent);
    if (!isActive(status)) {
      const { nodes } = await this.#connection.send(getRun, { run: id });
      return { watch: null, rows: rowsOf(parent, nodes, await labels) };
    }
    const watch = await this.#connection.watchRun(id);
    return { watch, rows: rowsOf(parent, watch.details.nodes, await labels) };
  }

  /** From the version that ran, not from the live file, which may have lost the node since. */
  async #labelsOf({ run }: RunElement): Promise<NodeLabels> {
    if (!run.hasSnapshot) return new Map();
    try {
      return labelsOf(await this.#snapshots.of(run.id));
    } catch {
      // The rows have their ids then, and are worth more than their labels.
      return new Map();
    }
  }
}

type NodeLabels = ReadonlyMap<string, string>;

/** By path. A module stands before the nodes inside it. */
function rowsOf(
  parent: RunElement,
  nodes: readonly NodeRun[],
  labels: NodeLabels,
): ReadonlyMap<string, NodeRunElement> {
  const rows = new Map<string, NodeRunElement>();
  for (const nodeRun of nodes) {
    const { id } = nodeRun;
    const module = rows.get(id.slice(0, Math.max(0, id.lastIndexOf('/')))) ?? null;
    const row: NodeRunElement = { kind: 'nodeRun', parent, module, inside: [], nodeRun, label: labels.get(id) ?? null };
    rows.set(id, row);
    module?.inside.push(row);
  }
  return rows;
}
