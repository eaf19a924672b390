/** In which column each box stands: one to the right of everything that it depends on. */
import { precedenceOfBoxes } from './boxes';
import { inputsNodeId, type Graph } from './graph';

/** The columns from left to right, each with the ids of its boxes in the order of the graph. */
export function layersOf(graph: Graph): string[][] {
  const { order, dependencies, dependents } = precedenceOfBoxes(graph.nodes, graph.edges);
  const columnOf = new Map<string, number>();
  // Boxes on a cycle have no order, and come last.
  for (const id of new Set([...order, ...graph.nodes.map((node) => node.id)])) {
    const before = (dependencies.get(id) ?? []).map((source) => columnOf.get(source) ?? -1);
    columnOf.set(id, before.reduce((last, one) => Math.max(last, one), -1) + 1);
  }
  // What depends on nothing stands beside what first needs it; the workflow's inputs come first, as one reads.
  for (const { id } of graph.nodes) {
    const after = dependents.get(id) ?? [];
    if (id === inputsNodeId || after.length === 0 || (dependencies.get(id) ?? []).length > 0) continue;
    const first = after.reduce((least, target) => Math.min(least, columnOf.get(target) ?? 0), Number.POSITIVE_INFINITY);
    columnOf.set(id, Math.max(0, first - 1));
  }
  const columns: string[][] = [];
  for (const { id } of graph.nodes) (columns[columnOf.get(id) ?? 0] ??= []).push(id);
  return Array.from(columns, (ids) => ids ?? []);
}
