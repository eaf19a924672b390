import { useEffect, useState, type RefObject } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import { firstViewport, type Viewport } from '../model/viewport';

/**
 * The view to begin with: the one that is `recalled` from before a reload, else one that fits the graph. Null until the canvas has a size,
 * which is only when it is shown.
 */
export function useFirstViewport(
  frame: RefObject<HTMLElement | null>,
  graph: Graph,
  recalled: Viewport | null,
): Viewport | null {
  const [first, setFirst] = useState(recalled);
  useEffect(() => {
    const element = frame.current;
    if (first !== null || element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setFirst(firstViewport(graph, { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [first, frame, graph]);
  return first;
}
