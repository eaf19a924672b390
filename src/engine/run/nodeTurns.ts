/** Whose turn it is in a run: what waits for what, what is skipped, and when a module begins and ends. */
import { isNodeEnded, moduleStatus, type NodeStatus } from '../../model/run/status';
import { moduleOutputs, type InputSources } from './nodeInputs';
import type { ActiveNode, RunGraph } from './runGraph';

export interface TurnsOptions {
  readonly graph: RunGraph;
  readonly sources: InputSources;
  /** The turn of a node has come that is executed: one that is no module. It may be told more than once. */
  readonly onTurn: (active: ActiveNode) => void;
  /** The node run is another than before. */
  readonly onChanged: (active: ActiveNode) => void;
}

export class NodeTurns {
  readonly #graph: RunGraph;
  readonly #sources: InputSources;
  readonly #onTurn: TurnsOptions['onTurn'];
  readonly #onChanged: TurnsOptions['onChanged'];
  #left: number;

  constructor({ graph, sources, onTurn, onChanged }: TurnsOptions) {
    this.#graph = graph;
    this.#sources = sources;
    this.#onTurn = onTurn;
    this.#onChanged = onChanged;
    this.#left = graph.nodes.filter(({ run }) => !isNodeEnded(run.status)).length;
  }

  /** True once every node has ended. */
  get areOver(): boolean {
    return this.#left === 0;
  }

  /** Decides every node that waits for nothing. */
  begin(): void {
    for (const active of this.#graph.nodes) if (this.#isReady(active)) this.#decide(active);
  }

  /** A node that was executed has ended: decides what waited for it. */
  end(active: ActiveNode, status: NodeStatus): void {
    this.#close(active, status);
    this.#goOnAfter(active);
  }

  /** Nothing that has not begun will begin; what runs is for others to end. */
  stopPending(): void {
    for (const active of this.#graph.nodes) if (active.run.status === 'pending') this.#close(active, 'stopped');
  }

  /** The platform failed: what ran is in error, and the rest is skipped. */
  giveUp(): void {
    for (const active of this.#graph.nodes) {
      if (!isNodeEnded(active.run.status)) this.#close(active, active.run.status === 'running' ? 'error' : 'skipped');
    }
  }

  /** Ends the modules whose nodes have all ended, from the inside out. */
  closeModules(): void {
    for (const module of this.#graph.nodes.toReversed()) this.#closeIfOver(module);
  }

  /** Gives it its turn, or skips it and what waits for it. Its predecessors have ended, and the module it is in has begun. */
  #decide(first: ActiveNode): void {
    const waiting = [first];
    for (let active = waiting.pop(); active !== undefined; active = waiting.pop()) {
      if (active.run.status !== 'pending') continue;
      const { node, inside } = active.definition;
      const mayRun =
        node.when === 'always' || this.#graph.before(active).every(({ run }) => run.status === 'succeeded');
      if (!mayRun) {
        this.#skip(active);
        waiting.push(...this.#nowReady(active));
      } else if (inside === null) {
        this.#onTurn(active);
      } else {
        this.#beginModule(active);
        waiting.push(...this.#graph.within(inside).filter((node) => this.#isReady(node)));
      }
    }
  }

  #isReady(active: ActiveNode): boolean {
    return active.run.status === 'pending' && active.waitsFor === 0 && this.#graph.isOpen(active);
  }

  /** With all that is inside it. */
  #skip(active: ActiveNode): void {
    this.#close(active, 'skipped');
    const { inside } = active.definition;
    if (inside !== null) for (const node of this.#graph.within(inside)) this.#skip(node);
  }

  #beginModule(module: ActiveNode): void {
    module.run.status = 'running';
    module.run.startedAt = Date.now();
    this.#onChanged(module);
  }

  /** Ends a module once all inside it has ended, and decides what waits for it. */
  #closeIfOver(module: ActiveNode): void {
    const { inside } = module.definition;
    if (inside === null || module.run.status !== 'running' || module.leftInside > 0) return;
    const status = moduleStatus(this.#graph.ends(inside));
    module.run.message = reasonWithin(this.#graph.within(inside), status);
    module.run.outputs = moduleOutputs(inside, this.#sources);
    this.end(module, status);
  }

  /** Decides what waited for a node that has ended. */
  #goOnAfter(ended: ActiveNode): void {
    for (const next of this.#nowReady(ended)) this.#decide(next);
    const module = this.#graph.moduleOf(ended);
    if (module !== null) this.#closeIfOver(module);
  }

  /** The node has ended, whatever becomes of what waits for it. */
  #close(active: ActiveNode, status: NodeStatus): void {
    active.run.status = status;
    // Not before it began, also when the clock was set back meanwhile.
    active.run.endedAt = Math.max(Date.now(), active.run.startedAt ?? 0);
    this.#left--;
    const module = this.#graph.moduleOf(active);
    if (module !== null) module.leftInside--;
    this.#onChanged(active);
  }

  /** Counts an ended node off from those behind it; gives those that wait for nothing more. */
  #nowReady(ended: ActiveNode): ActiveNode[] {
    const after = this.#graph.after(ended);
    for (const next of after) next.waitsFor--;
    return after.filter((next) => next.waitsFor === 0);
  }
}

/** The one of the status that ended first. */
export function firstOf(nodes: readonly ActiveNode[], status: NodeStatus): ActiveNode | undefined {
  return nodes
    .filter(({ run }) => run.status === status)
    .sort((a, b) => (a.run.endedAt ?? 0) - (b.run.endedAt ?? 0))[0];
}

/** Why a module ended as it did: the node that was executed, by its path, and what it said. Null when none has said anything. */
function reasonWithin(nodes: readonly ActiveNode[], status: NodeStatus): string | null {
  const reason = firstOf(nodes, status);
  const said = reason?.run.message ?? null;
  if (reason === undefined || said === null) return null;
  // A module inside says already of which node that is.
  return reason.definition.inside === null ? `${reason.definition.path}: ${said}` : said;
}
