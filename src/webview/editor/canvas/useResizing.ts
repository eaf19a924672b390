import type { ReactFlowInstance } from '@xyflow/react';
import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import { viewportAfter, type Size } from '../model/viewport';

/**
 * Keeps in sight what was when the canvas gets another size: the whole graph as the timeline opens under it, the one selected
 * node as the inspector opens beside it.
 */
export function useResizing(
  frame: RefObject<HTMLElement | null>,
  flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'> | null,
  graph: Graph,
  selected: readonly string[],
  showNode: (nodeId: string) => void,
): void {
  const onResized = useEffectEvent((before: Size, after: Size) => {
    const viewport = flow?.getViewport();
    if (viewport === undefined) return;
    const next = viewportAfter(viewport, graph, before, after);
    if (next !== viewport) void flow?.setViewport(next);
    const [only] = selected;
    const isSmaller = after.width < before.width || after.height < before.height;
    if (isSmaller && only !== undefined && selected.length === 1) showNode(only);
  });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const sizeNow = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
    let size = sizeNow();
    const observer = new ResizeObserver(() => {
      const before = size;
      size = sizeNow();
      onResized(before, size);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
}
