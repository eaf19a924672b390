import { useEffect, useState } from 'react';
import { useCanvas } from '../../canvas/canvasHandle';

/** Shows nodes that were just added, as soon as the host's graph has them: one in the inspector, several selected. */
export function useArrival(): (nodeIds: readonly string[]) => void {
  const { graph, select, inspect, showNode, focusNode } = useCanvas();
  const [awaited, setAwaited] = useState<readonly string[]>([]);
  const [first] = awaited;
  const isHere = first !== undefined && awaited.every((id) => graph.nodes.some((node) => node.id === id));
  useEffect(() => {
    if (!isHere) return;
    setAwaited([]);
    showNode(first);
    if (awaited.length === 1) {
      inspect(first, 'key');
    } else {
      select(awaited);
      focusNode(first);
    }
    // Only the arrival matters; what is done then is the canvas's own.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isHere]);
  return setAwaited;
}
