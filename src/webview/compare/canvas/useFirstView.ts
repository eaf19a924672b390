import { useEffect, useState, type RefObject } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import { firstViewport, type Viewport } from '../../editor/model/viewport';
import type { MemoryStore } from '../memory';

/** Where one looked before a reload, else a view that fits the graph. Null until the canvas has a size. */
export function useFirstView(frame: RefObject<HTMLElement | null>, graph: Graph, memory: MemoryStore): Viewport | null {
  const [first, setFirst] = useState<Viewport | null>(() => memory.recall().viewport);
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
