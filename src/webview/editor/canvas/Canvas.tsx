import { MiniMap, ReactFlow, type NodeChange, type ReactFlowInstance } from '@xyflow/react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import type { MemoryStore } from '../memory';
import type { EditorView } from '../model/editorView';
import { flowEdges, flowNodes, type CardNode } from '../model/flow';
import { zoomLimits } from '../model/viewport';
import { CanvasControls } from './CanvasControls';
import { CanvasContext } from './canvasHandle';
import { NodeCard } from './NodeCard';
import { NodeFocusContext } from './NodeFocus';
import { useFirstViewport } from './useFirstViewport';
import { useMoves } from './useMoves';
import { useNodeInView } from './useNodeInView';
import { useResizing } from './useResizing';

// A chunk of its own: the canvas paints first.
const Authoring = lazy(async () => ({ default: (await import('../authoring/Authoring')).Authoring }));

const nodeTypes = { card: NodeCard };
/** Each node of the minimap listens to every update: at 2,000 nodes that took 35 ms of a frame, and 60 fps went. */
const minimapLimit = 500;
const minimapSize = { width: 160, height: 100 };
const grid: [number, number] = [4, 4];
/** With one of them a click selects a node too, or no longer. */
const alsoKeys = ['Shift', 'Control', 'Meta'];

/** A node to bring into view. */
export interface Reveal {
  readonly nodeId: string;
  readonly focus: 'take' | 'leave';
}

interface CanvasProps {
  readonly view: EditorView;
  readonly graph: Graph;
  readonly memory: MemoryStore;
  readonly selected: readonly string[];
  readonly reveal: Reveal | null;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onInspect: (nodeId: string | null, by: 'pointer' | 'key') => void;
}

/** The graph as cards and wires; what is not in sight is not in the page. */
export function Canvas({ view, graph, memory, selected, reveal, onSelect, onInspect }: CanvasProps) {
  const frame = useRef<HTMLElement>(null);
  const [flow, setFlow] = useState<ReactFlowInstance<CardNode> | null>(null);
  const firstView = useFirstViewport(frame, graph, memory.recall().viewport);
  const moving = useMoves(graph);
  const { readOnly, outdated } = view.file;
  const canEdit = readOnly === null;
  const [selectedEdge, selectEdge] = useState<string | null>(null);
  const { nodeRuns, stale, usual } = view;

  // Nodes and a wire are never selected at once.
  if (selected.length > 0 && selectedEdge !== null) selectEdge(null);

  const drawn = useRef<{ nodes: CardNode[]; edges: ReturnType<typeof flowEdges> }>({ nodes: [], edges: [] });
  const { nodes, edges } = useMemo(() => {
    const input = { graph, nodeRuns, stale, usual, selected: new Set(selected), selectedEdge, moved: moving.positions };
    drawn.current = { nodes: flowNodes(drawn.current.nodes, input), edges: flowEdges(drawn.current.edges, input) };
    return drawn.current;
  }, [graph, nodeRuns, stale, usual, selected, selectedEdge, moving.positions]);

  const { showNode, focusNode, noteFocus, nodeFocus } = useNodeInView(frame, flow, graph);
  useEffect(() => {
    if (flow === null || reveal === null) return;
    if (reveal.focus === 'take') focusNode(reveal.nodeId);
    else showNode(reveal.nodeId);
    // Only a new request brings a node into view, not a new graph.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [flow, reveal]);

  useResizing(frame, flow, graph, selected, showNode);

  const onNodesChange = (changes: NodeChange<CardNode>[]): void => {
    moving.follow(changes);
    const after = new Set(selected);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected) after.add(change.id);
      else after.delete(change.id);
    }
    if (after.size !== selected.length || selected.some((id) => !after.has(id))) onSelect([...after]);
  };

  return (
    // Not interactive itself: it is the one tab stop of all nodes, and focus goes on to the node that had it last.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={frame}
      className={`canvas${view.loaded ? ' with-run' : ''}${outdated ? ' outdated' : ''}`}
      aria-label={`Canvas of ${view.file.title}, ${graph.nodes.length} nodes`}
      aria-describedby="canvas-keys"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onFocus={(event) => {
        if (event.target === event.currentTarget) focusNode(null);
        else noteFocus(event.target);
      }}
    >
      {firstView !== null && (
        <NodeFocusContext value={nodeFocus}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            onNodesChange={onNodesChange}
            onEdgeClick={(_event, edge) => {
              onSelect([]);
              selectEdge(edge.id);
            }}
            onPaneClick={() => selectEdge(null)}
            onNodeClick={(event, node) => {
              if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onInspect(node.id, 'pointer');
            }}
            onNodeDragStop={(_event, _node, all) => moving.commit(all)}
            onSelectionDragStop={(_event, all) => moving.commit(all)}
            onInit={setFlow}
            defaultViewport={firstView}
            onMoveEnd={(_event, viewport) => memory.remember({ viewport })}
            minZoom={zoomLimits.min}
            maxZoom={zoomLimits.max}
            onlyRenderVisibleElements
            nodesDraggable={canEdit}
            snapToGrid
            snapGrid={grid}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elevateNodesOnSelect={false}
            selectNodesOnDrag={false}
            disableKeyboardA11y
            multiSelectionKeyCode={alsoKeys}
            deleteKeyCode={null}
            zoomOnDoubleClick={!canEdit}
            attributionPosition="bottom-center"
          >
            <CanvasControls />
            {graph.nodes.length > 0 && graph.nodes.length <= minimapLimit && (
              <MiniMap
                pannable
                style={minimapSize}
                ariaLabel="Map of the whole canvas"
                nodeClassName={(node: CardNode) => node.data.run?.status ?? 'no-run'}
                nodeBorderRadius={4}
              />
            )}
            {flow !== null && (
              <CanvasContext
                value={{
                  frame,
                  flow,
                  view,
                  graph,
                  canEdit,
                  moving,
                  selected,
                  select: onSelect,
                  inspect: onInspect,
                  selectedEdge,
                  selectEdge,
                  showNode,
                  focusNode,
                }}
              >
                <Suspense fallback={null}>
                  <Authoring />
                </Suspense>
              </CanvasContext>
            )}
          </ReactFlow>
        </NodeFocusContext>
      )}
    </section>
  );
}
