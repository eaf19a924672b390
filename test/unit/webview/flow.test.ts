import { describe, expect, test } from 'vitest';
import { flowEdges, flowNodes, type FlowInput } from '../../../src/webview/editor/model/flow';
import { applyUpdate, noUpdate, viewOf, withNodeRuns, withSlices } from '../../../src/webview/editor/model/editorView';
import { graphNode, graphOf, nodeRun, overTheWire, stateOf } from './graphs';

const graph = graphOf([graphNode('a', 0, 0), graphNode('b', 300, 0), graphNode('c', 600, 0)], ['a>b', 'b>c']);
const state = stateOf(graph, {
  nodeRuns: [nodeRun('a', 'succeeded'), nodeRun('b', 'running'), nodeRun('c', 'pending')],
});

function inputOf(view: ReturnType<typeof viewOf>, rest: Partial<FlowInput> = {}): FlowInput {
  const { nodeRuns, stale, usual } = view;
  return {
    graph: view.graph ?? graph,
    nodeRuns,
    stale,
    usual,
    selected: new Set(),
    selectedEdge: null,
    moved: new Map(),
    ...rest,
  };
}

describe('what is drawn again', () => {
  const view = viewOf(state);
  const nodes = flowNodes([], inputOf(view));
  const edges = flowEdges([], inputOf(view));

  test('only the node whose status changed', () => {
    const after = applyUpdate(view, withNodeRuns(noUpdate, [nodeRun('b', 'failed')]));
    const next = flowNodes(nodes, inputOf(after));
    expect(next.map((node, i) => node === nodes[i])).toEqual([true, false, true]);
  });

  test('nothing at all when the host sends the same state again', () => {
    const after = applyUpdate(view, withSlices(noUpdate, overTheWire(state)));
    expect(after).toBe(view);
    expect(flowNodes(nodes, inputOf(after))).toBe(nodes);
    expect(flowEdges(edges, inputOf(after))).toBe(edges);
  });

  test('only the node that is dragged', () => {
    const next = flowNodes(nodes, inputOf(view, { moved: new Map([['c', { x: 640, y: 8 }]]) }));
    expect(next.map((node, i) => node === nodes[i])).toEqual([true, true, false]);
    expect(next[2]?.position).toEqual({ x: 640, y: 8 });
    expect(next[2]?.data).toBe(nodes[2]?.data);
  });

  test('only the nodes and wires that the selection changes', () => {
    const input = inputOf(view, { selected: new Set(['a']) });
    expect(flowNodes(nodes, input).map((node, i) => node === nodes[i])).toEqual([false, true, true]);
    expect(flowEdges(edges, input).map((edge, i) => edge === edges[i])).toEqual([false, true]);
  });
});

describe('a node that is not in sight', () => {
  test('is known with its size and ports, so that it need not be in the page', () => {
    const [node] = flowNodes([], inputOf(viewOf(state)));
    expect(node).toMatchObject({ width: 220, height: 76, measured: { width: 220, height: 76 } });
    expect(node?.handles?.map(({ id }) => id)).toEqual(['target', 'source', 'target:in', 'source:out']);
  });

  test('grows when it gets a port', () => {
    const nodes = flowNodes([], inputOf(viewOf(state)));
    const wider = { ...graph, nodes: [graphNode('a', 0, 0, { outputPorts: ['out', 'log'] }), ...graph.nodes.slice(1)] };
    expect(flowNodes(nodes, inputOf(viewOf(state), { graph: wider }))[0]).toMatchObject({ height: 96 });
  });
});

test('a wire is strong where the run went, faint where it will not go, else quiet', () => {
  const runs = [nodeRun('a', 'succeeded'), nodeRun('b', 'failed'), nodeRun('c', 'skipped')];
  const tones = (nodeRuns: typeof runs) =>
    flowEdges([], inputOf(viewOf({ ...state, nodeRuns }))).map(({ className }) => className);
  expect(tones(runs)).toEqual(['taken', 'skipped']);
  expect(tones([nodeRun('a', 'running'), nodeRun('b', 'pending'), nodeRun('c', 'pending')])).toEqual([
    'quiet',
    'quiet',
  ]);
  expect(tones([])).toEqual(['quiet', 'quiet']);
});

test('the accessible name of a node says title, what it is, status in words, duration and problems', () => {
  const failed = nodeRun('a', 'failed', { endedAt: '2026-03-02T09:16:10.000Z', message: 'no such file' });
  const problems = [{ severity: 'warning', message: 'Nothing uses “out”.' }] as const;
  const view = viewOf(
    stateOf(graphOf([graphNode('a', 0, 0, { title: 'List', problems })], []), { nodeRuns: [failed] }),
  );
  expect(flowNodes([], inputOf(view))[0]?.ariaLabel).toBe(
    'List, a.mjs, Failed, 2m 5s, no such file, warning: Nothing uses “out”.',
  );
});
