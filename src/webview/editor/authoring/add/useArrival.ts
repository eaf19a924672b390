import { useEffect, useState } from 'react';
import { nodeSize, type GraphNode } from '../../../../model/workflow/graph';
import { useCanvas } from '../../canvas/canvasHandle';
import { focusLabelOf } from './focusLabel';

/** What people do next with what they added. */
type Next = 'name' | 'goOn';

interface Awaited {
  readonly nodeIds: readonly string[];
  readonly next: Next;
}

/**
 * Shows nodes that were just added, as soon as the host's graph has them: selected, in view and with the focus; one alone is
 * inspected, too. `name`: it has no name of its own yet, so the focus goes on to its label.
 */
export function useArrival(): (nodeIds: readonly string[], next?: Next) => void {
  const { flow, frame, graph, select, inspect, focusNode } = useCanvas();
  const [awaited, setAwaited] = useState<Awaited | null>(null);
  const arrived = awaited === null ? [] : graph.nodes.filter(({ id }) => awaited.nodeIds.includes(id));
  const isHere = awaited !== null && arrived.length === awaited.nodeIds.length;
  useEffect(() => {
    const [first] = arrived;
    if (!isHere || first === undefined) return undefined;
    setAwaited(null);
    if (arrived.length > 1) {
      select(arrived.map(({ id }) => id));
      if (!arrived.every(isInView)) void flow.fitView({ nodes: arrived, padding: 0.1, maxZoom: flow.getZoom() });
      focusNode(first.id);
      return undefined;
    }
    inspect(first.id, 'pointer');
    focusNode(first.id);
    if (awaited.next === 'name') focusLabelOf(first.title);
    return undefined;
    // Only the arrival matters; what is done then is the canvas's own.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isHere]);

  const isInView = (node: GraphNode): boolean => {
    const view = frame.current?.getBoundingClientRect();
    if (view === undefined) return false;
    const { width, height } = nodeSize(node);
    const from = flow.flowToScreenPosition(node.position);
    const to = flow.flowToScreenPosition({ x: node.position.x + width, y: node.position.y + height });
    return from.x >= view.left && from.y >= view.top && to.x <= view.right && to.y <= view.bottom;
  };
  return (nodeIds, next = 'goOn') => setAwaited({ nodeIds, next });
}
