/** What a node is wired to, for people who hear the canvas. */
import type { Graph } from '../../../../model/workflow/graph';
import { countOf } from './sayings';

/** More names than these are only counted. */
const mostNames = 5;

/** "After List packages and Inputs. Before Publish."; "No wires." for a node by itself. */
export function wireWords(graph: Graph, nodeId: string): string {
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title.slice(0, 100)]));
  const name = (id: string): string => titles.get(id) ?? id;
  const before = new Set(graph.edges.filter(({ target }) => target === nodeId).map(({ source }) => name(source)));
  const after = new Set(graph.edges.filter(({ source }) => source === nodeId).map(({ target }) => name(target)));
  const parts = [
    ...(before.size === 0 ? [] : [`After ${listOf([...before])}.`]),
    ...(after.size === 0 ? [] : [`Before ${listOf([...after])}.`]),
  ];
  return parts.length === 0 ? 'No wires.' : parts.join(' ');
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames);
  const left = names.length - shown.length;
  const all = left === 0 ? shown : [...shown, countOf(left, 'other')];
  return all.length === 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
