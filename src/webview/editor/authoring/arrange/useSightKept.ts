import { useEffect, useEffectEvent, useRef } from 'react';
import type { Position } from '../../../../model/workflow/workflow';
import { useCanvas } from '../../canvas/canvasHandle';
import { nodeInSight } from './nodeInSight';

/** The node that stays where it is on the screen; null: nothing was in sight, and all is to be seen. */
type Anchor = { readonly id: string; readonly position: Position } | null;

/** Keeps what a person looks at in sight through the next graph that moves nodes. Gives how to begin; that gives how to let go. */
export function useSightKept(): (here: string | null) => () => void {
  const { frame, flow, graph } = useCanvas();
  const waiting = useRef<{ readonly anchor: Anchor } | null>(null);

  const onGraph = useEffectEvent(() => {
    if (waiting.current === null) return;
    const { anchor } = waiting.current;
    waiting.current = null;
    const now = graph.nodes.find((node) => node.id === anchor?.id)?.position;
    if (anchor === null || now === undefined) {
      void flow.fitView({ padding: 0.1, maxZoom: 1 });
      return;
    }
    const { x, y, zoom } = flow.getViewport();
    void flow.setViewport({
      x: x - (now.x - anchor.position.x) * zoom,
      y: y - (now.y - anchor.position.y) * zoom,
      zoom,
    });
  });
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => onGraph(), [graph]);

  return (here) => {
    const size = { width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 };
    waiting.current = { anchor: nodeInSight(graph, flow.getViewport(), size, here) };
    return () => (waiting.current = null);
  };
}
