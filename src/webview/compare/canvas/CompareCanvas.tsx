import { MiniMap, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Comparison } from '../../../model/compare/comparison';
import type { NodeRun } from '../../../model/run/run';
import type { Graph } from '../../../model/workflow/graph';
import { CanvasControls } from '../../editor/canvas/CanvasControls';
import { NodeFocusContext } from '../../editor/canvas/NodeFocus';
import { useFirstViewport } from '../../editor/canvas/useFirstViewport';
import { useNodeInView } from '../../editor/canvas/useNodeInView';
import { useResizing } from '../../editor/canvas/useResizing';
import { focusAfter, type FocusStep } from '../../editor/model/focusOrder';
import { zoomLimits } from '../../editor/model/viewport';
import type { MemoryStore } from '../memory';
import { comparedBoxes, comparedEdges, type ComparedNodeBox } from '../model/compareFlow';
import { ComparedCard } from './ComparedCard';

const nodeTypes = { compared: ComparedCard };
/** Each node of the minimap listens to every update; more of them cost the frame. */
const minimapLimit = 500;
const minimapSize = { width: 160, height: 100 };

const steps: Readonly<Record<string, FocusStep>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

interface CompareCanvasProps {
  readonly graph: Graph;
  readonly comparison: Comparison;
  readonly left: ReadonlyMap<string, NodeRun>;
  readonly right: ReadonlyMap<string, NodeRun>;
  readonly memory: MemoryStore;
  /** Id of the node that is selected; null: none. */
  readonly selected: string | null;
  /** Another object each time a node is to be brought into view. */
  readonly reveal: { readonly nodeId: string } | null;
  readonly onSelect: (nodeId: string | null) => void;
}

/** The graph of both versions; what is not in sight is not in the page. */
export function CompareCanvas(props: CompareCanvasProps) {
  const { graph, comparison, left, right, memory, selected, reveal, onSelect } = props;
  const frame = useRef<HTMLElement>(null);
  const [flow, setFlow] = useState<ReactFlowInstance<ComparedNodeBox> | null>(null);
  const firstView = useFirstViewport(frame, graph, memory.recall().viewport);
  const drawn = useRef<ComparedNodeBox[]>([]);
  const { nodes, edges } = useMemo(() => {
    const input = { graph, comparison, left, right, selected };
    drawn.current = comparedBoxes(drawn.current, input);
    return { nodes: drawn.current, edges: comparedEdges(input) };
  }, [graph, comparison, left, right, selected]);
  const { showNode, focusNode, nodeFocus } = useNodeInView(frame, flow, graph);
  useEffect(() => {
    if (flow !== null && reveal !== null) showNode(reveal.nodeId);
    // Only a new request brings a node into view, not a new graph.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [flow, reveal]);

  const shown = useMemo(() => (selected === null ? [] : [selected]), [selected]);
  useResizing(frame, flow, graph, shown, showNode);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (event.key === 'Escape' && selected !== null) onSelect(null);
    else if (step !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const next = focusAfter(graph, selected, step);
      if (next === null) return;
      onSelect(next);
      focusNode(next);
    } else return;
    event.preventDefault();
  };

  return (
    // Not interactive itself: it is the one tab stop of all nodes, and the arrow keys lead from node to node.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={frame}
      className="canvas"
      aria-label={`Both versions on one canvas, ${graph.nodes.length} nodes; arrow keys lead from node to node`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {firstView !== null && (
        <NodeFocusContext value={nodeFocus}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            onNodeClick={(_event, node) => onSelect(node.id)}
            onPaneClick={() => onSelect(null)}
            onInit={setFlow}
            defaultViewport={firstView}
            onMoveEnd={(_event, viewport) => memory.remember({ viewport })}
            minZoom={zoomLimits.min}
            maxZoom={zoomLimits.max}
            onlyRenderVisibleElements
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            elevateNodesOnSelect={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            attributionPosition="bottom-center"
          >
            <CanvasControls />
            {graph.nodes.length > 0 && graph.nodes.length <= minimapLimit && (
              <MiniMap
                pannable
                style={minimapSize}
                ariaLabel="Map of the whole canvas"
                nodeClassName={(node: ComparedNodeBox) => node.data.kind}
                nodeBorderRadius={4}
              />
            )}
          </ReactFlow>
        </NodeFocusContext>
      )}
    </section>
  );
}
