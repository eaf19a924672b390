/** The node runs of the run that is shown, and what is made of them. */
import { inputFacts, otherFiles } from '../../model/run/inputFacts';
import type { NodeRun, RunInput } from '../../model/run/run';
import { nodeRow, type NodeRow, type ShownRun } from '../../model/run/shownRun';

export class FollowedNodes {
  readonly #nodeRuns: Map<string, NodeRun>;
  readonly #inputs: readonly RunInput[];
  readonly #labels: Map<string, string>;

  /** What `before` knew of the nodes' labels stays known: a run keeps its version. */
  constructor(nodeRuns: readonly NodeRun[], inputs: readonly RunInput[], before: FollowedNodes | null) {
    this.#nodeRuns = new Map(nodeRuns.map((nodeRun) => [nodeRun.id, nodeRun]));
    this.#inputs = inputs;
    this.#labels = before === null ? new Map() : before.#labels;
  }

  /** Takes over node runs that changed; true if they were given files that the ones before were not. */
  change(nodeRuns: readonly NodeRun[]): boolean {
    let readFiles = false;
    for (const nodeRun of nodeRuns) {
      const known = this.#nodeRuns.get(nodeRun.id)?.inputFiles ?? [];
      if (JSON.stringify(known) !== JSON.stringify(nodeRun.inputFiles)) readFiles = true;
      this.#nodeRuns.set(nodeRun.id, nodeRun);
    }
    return readFiles;
  }

  /** Takes the labels from the workflow that ran; true if a node has one that was not known. */
  name(labels: ReadonlyMap<string, string>): boolean {
    const before = this.#labels.size;
    for (const [path, label] of labels) this.#labels.set(path, label);
    return this.#labels.size !== before;
  }

  /** A line for each node, or for those with these ids. */
  rows(ids: Iterable<string> = this.#nodeRuns.keys()): NodeRow[] {
    return [...ids].flatMap((id) => {
      const nodeRun = this.#nodeRuns.get(id);
      return nodeRun === undefined ? [] : [nodeRow(nodeRun, this.#labels.get(id) ?? null)];
    });
  }

  /** The inputs of the run and the other files that nodes were given, so far. */
  files(): Pick<ShownRun, 'inputs' | 'otherFiles'> {
    const nodeRuns = [...this.#nodeRuns.values()];
    return { inputs: inputFacts(this.#inputs, nodeRuns), otherFiles: otherFiles(this.#inputs, nodeRuns) };
  }
}
