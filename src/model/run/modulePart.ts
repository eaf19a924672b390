/** The part of a run that is inside of one of its modules: what stands below `scan` is shown as the run of the module. */
import { nodeStatusLook } from './display';
import type { NodeRun } from './run';
import type { NodeStatus } from './status';

/** Where a node run belongs: to a module node of the run, or (null) to the workflow itself. */
export interface NodePlace {
  /** Path of the module node that it is inside of. */
  readonly module: string | null;
  /** Its id in the file that holds it. */
  readonly nodeId: string;
}

/** Takes `scan/deep/fetch` apart into the module `scan/deep` and its node `fetch`. */
export function placeOfNode(path: string): NodePlace {
  const end = path.lastIndexOf('/');
  return end === -1 ? { module: null, nodeId: path } : { module: path.slice(0, end), nodeId: path.slice(end + 1) };
}

/** The path in the run of a node that is shown in the module at `module`, or in the whole run. */
export function pathInRun(module: string | null, nodeId: string): string {
  return module === null ? nodeId : `${module}/${nodeId}`;
}

/** What is inside of the module, under the ids that it has there; all of it for the whole run. */
export function partInside<T extends { readonly id: string }>(
  items: readonly T[],
  module: string | null,
): readonly T[] {
  if (module === null) return items;
  const start = `${module}/`;
  return items.filter(({ id }) => id.startsWith(start)).map((item) => ({ ...item, id: item.id.slice(start.length) }));
}

const order: readonly NodeStatus[] = ['failed', 'error', 'stopped', 'running', 'pending', 'succeeded', 'skipped'];

/** What the nodes right inside of a module do, in few words: "1 failed, 2 succeeded"; what needs a look comes first. */
export function insideWords(statuses: readonly NodeStatus[]): string {
  const counts = new Map<NodeStatus, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  const known = order.filter((status) => counts.has(status));
  const others = [...counts.keys()].filter((status) => !order.includes(status));
  return [...known, ...others]
    .map((status) => `${counts.get(status)} ${nodeStatusLook(status).word.toLowerCase()}`)
    .join(', ');
}

/** Of each module of the drawn file, the words of what its nodes do; by the module's id. */
export function wordsOfModules(runs: Iterable<Pick<NodeRun, 'id' | 'status'>>): ReadonlyMap<string, string> {
  const inside = new Map<string, NodeStatus[]>();
  for (const { id, status } of runs) {
    const { module } = placeOfNode(id);
    if (module === null || module.includes('/')) continue;
    const statuses = inside.get(module);
    if (statuses === undefined) inside.set(module, [status]);
    else statuses.push(status);
  }
  return new Map([...inside].map(([id, statuses]) => [id, insideWords(statuses)]));
}
