import type { NodeChange } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import type { Position } from '../../../model/workflow/workflow';
import { useHost } from '../host';
import type { CardNode } from '../model/flow';
import { afterGraph, answered, asked, dragged, noMoves } from '../model/moves';

export interface Moving {
  /** Where nodes are that were moved and that the host's graph does not have there yet. */
  readonly positions: ReadonlyMap<string, Position>;
  /** Follows a drag. */
  readonly follow: (changes: readonly NodeChange<CardNode>[]) => void;
  /** Asks the host, once for all nodes, to put them there. */
  readonly commit: (nodes: readonly { readonly id: string; readonly position: Position }[]) => void;
}

/** Moving nodes: shown at once, and the host's from its next graph on. */
export function useMoves(graph: Graph): Moving {
  const host = useHost();
  const [moves, setMoves] = useState(noMoves);
  const latest = useRef({ graph, requests: 0 });
  const [seen, setSeen] = useState(graph);
  if (seen !== graph) {
    setSeen(graph);
    setMoves(afterGraph);
  }
  useEffect(() => {
    latest.current.graph = graph;
  }, [graph]);

  return {
    positions: moves.positions,
    follow: (changes) => {
      const places = changes.flatMap((change) =>
        change.type === 'position' && change.dragging === true && change.position !== undefined
          ? [[change.id, change.position] as const]
          : [],
      );
      if (places.length > 0) setMoves((now) => dragged(now, places));
    },
    commit: (nodes) => {
      const before = new Map(graph.nodes.map((node) => [node.id, node.position]));
      const places = nodes
        .map(({ id, position }) => ({ nodeId: id, x: Math.round(position.x), y: Math.round(position.y) }))
        .filter(({ nodeId, x, y }) => before.get(nodeId)?.x !== x || before.get(nodeId)?.y !== y);
      if (places.length === 0) {
        setMoves(noMoves);
        return;
      }
      const request = (latest.current.requests += 1);
      setMoves((now) =>
        asked(
          dragged(
            now,
            places.map(({ nodeId, x, y }) => [nodeId, { x, y }]),
          ),
        ),
      );
      void host.move(places).then((outcome) => {
        if (request !== latest.current.requests) return;
        setMoves((now) => (outcome === 'refused' ? noMoves : answered(now, latest.current.graph)));
      });
    },
  };
}
