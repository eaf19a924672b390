/** Where wires meet a card. Host, layout and canvas agree on the numbers of `nodeBox`. */
import { Position as Border } from '@xyflow/react';
import { nodeBox, type GraphEdge, type GraphNode } from '../../../model/workflow/graph';

export type Side = 'source' | 'target';

/** The border of a card that a side is on. */
export function portBorder(side: Side): Border {
  return side === 'source' ? Border.Right : Border.Left;
}

/** Id of the place a wire starts from or ends at; `null`: the place for order alone, at the title. */
export function portId(side: Side, port: string | null): string {
  return port === null ? side : `${side}:${port}`;
}

/** The two port ids of an edge. */
export function edgePorts(edge: GraphEdge): { sourceHandle: string; targetHandle: string } {
  return { sourceHandle: portId('source', edge.sourcePort), targetHandle: portId('target', edge.targetPort) };
}

/** Width and height of the dot of a port, and of the bare point where a wire for order alone ends. */
const dotSize = { port: 8, order: 2 } as const;

/** A dot on the border of a card: its centre, relative to the card's upper left corner. */
export interface PortPlace {
  readonly id: string;
  readonly side: Side;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

/** All places of a node, those for order included. */
export function portPlaces(node: Pick<GraphNode, 'inputPorts' | 'outputPorts'>): PortPlace[] {
  const place = (side: Side, port: string | null, line: number): PortPlace => ({
    id: portId(side, port),
    side,
    size: port === null ? dotSize.order : dotSize.port,
    x: side === 'source' ? nodeBox.width : 0,
    y: line < 0 ? nodeBox.headerHeight / 2 : nodeBox.headerHeight + (line + 0.5) * nodeBox.portHeight,
  });
  return [
    place('target', null, -1),
    place('source', null, -1),
    ...node.inputPorts.map((port, line) => place('target', port, line)),
    ...node.outputPorts.map((port, line) => place('source', port, line)),
  ];
}
