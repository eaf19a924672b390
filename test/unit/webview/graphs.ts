import type { NodeRun } from '../../../src/model/run/run';
import type { NodeStatus } from '../../../src/model/run/status';
import type { Graph, GraphNode } from '../../../src/model/workflow/graph';
import type { EditorState } from '../../../src/protocol/editor';

/** A node with one input and one output. */
export function graphNode(id: string, x: number, y: number, rest: Partial<GraphNode> = {}): GraphNode {
  const ports = { inputPorts: ['in'], outputPorts: ['out'] };
  return { id, title: id, kind: 'script', what: `${id}.mjs`, ...ports, position: { x, y }, problems: [], ...rest };
}

/** A graph of wires `from>to` over nodes at their places. */
export function graphOf(nodes: readonly GraphNode[], wires: readonly string[]): Graph {
  const edges = wires.map((id) => {
    const [source = '', target = ''] = id.split('>');
    return { id, source, target, sourcePort: 'out', targetPort: 'in' };
  });
  return { nodes, edges };
}

/** A node run of a machine-less fleet. */
export function nodeRun(id: string, status: NodeStatus, rest: Partial<NodeRun> = {}): NodeRun {
  const started = status === 'pending' || status === 'skipped' ? null : '2026-03-02T09:14:05.000Z';
  return {
    id,
    status,
    startedAt: started,
    endedAt: null,
    exitCode: null,
    machine: null,
    ip: null,
    attempt: 1,
    message: null,
    outputs: [],
    inputFiles: [],
    reusedFrom: null,
    ...rest,
  };
}

/** The state of a live workflow. */
export function stateOf(graph: Graph | null, rest: Partial<EditorState> = {}): EditorState {
  const file = {
    title: 'Audit',
    fileName: 'audit.workflow.yaml',
    kind: 'workflow',
    readOnly: null,
    outdated: null,
    isGone: false,
    canRun: true,
    version: 'v1',
    settings: null,
  } as const;
  return { file, graph, problems: [], loaded: null, nodeRuns: [], stale: [], expectedEnd: null, usual: [], ...rest };
}

/** As it comes over the wire: equal, and nothing of it the same object. */
export function overTheWire<T>(value: T): T {
  return structuredClone(value);
}
