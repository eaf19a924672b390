/** What a picker offers to connect a node by key. */
import type { NodeFit } from '../../../../model/workflow/edit/fits';
import { inputsNodeId, type Graph, type GraphEdge, type GraphNode } from '../../../../model/workflow/graph';
import type { PaletteRow } from '../add/PaletteList';
import { connectionAt, connectionInto, type Connection } from './connection';
import type { Place, Spot } from './place';
import { edgeWords } from './wires';

/** A row with what taking it means. */
export interface Offer<Value> extends PaletteRow {
  readonly value: Value;
}

/** Where a connection of the node can begin: outputs, then inputs, then order. */
export function beginnings({ id, kind, inputPorts, outputPorts }: GraphNode): Offer<Place>[] {
  const row = (label: string, detail: string, place: Place): Offer<Place> => ({
    id: `${place.side} ${place.port ?? ''}`,
    icon: place.port === null ? 'list-ordered' : place.side === 'source' ? 'arrow-right' : 'arrow-left',
    label,
    detail,
    value: place,
  });
  return [
    ...outputPorts.map((port) =>
      row(port, kind === 'inputs' ? 'input' : 'output', { nodeId: id, side: 'source', port }),
    ),
    ...inputPorts.map((port) => row(port, 'input', { nodeId: id, side: 'target', port })),
    ...(kind === 'inputs'
      ? []
      : [
          row('Order: a node that waits for this one', 'order', { nodeId: id, side: 'source', port: null }),
          row('Order: a node that this one waits for', 'order', { nodeId: id, side: 'target', port: null }),
        ]),
  ];
}

type Edit = Connection & { kind: 'edit' };

/** The connections from a beginning that fit and are not there yet. */
export function endings(begin: Place, fits: readonly NodeFit[], graph: Graph): Offer<Edit>[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const there = new Set(graph.edges.map(edgeWords));
  const side = begin.side === 'source' ? 'target' : 'source';
  return fits.flatMap((fit) => {
    const { nodeId } = fit;
    const title = nodes.get(nodeId)?.title ?? nodeId;
    const at = (spot: Spot, label: string, detail: string): Offer<Edit>[] =>
      offer(connectionAt(begin, spot, [fit]), label, detail);
    const offer = (connection: Connection, label: string, detail: string): Offer<Edit>[] => {
      if (connection.kind !== 'edit' || !connection.fits || there.has(connection.words)) return [];
      // Letters find a node by its id too, but not by where the connection begins: that is the same for all.
      return [{ id: `${nodeId} ${label}`, icon: 'type-hierarchy-sub', label, detail, value: connection }];
    };
    if (begin.port === null) return at({ nodeId, side, port: null }, title, title === nodeId ? '' : nodeId);
    const detail = side === 'source' && nodeId !== inputsNodeId ? 'output' : 'input';
    const port = begin.port;
    const fed = new Map(graph.edges.flatMap((edge) => (edge.target === nodeId ? [[edge.targetPort, edge]] : [])));
    const ports = (wanted: 'free' | 'fed'): Offer<Edit>[] =>
      fit.ports.flatMap((one) => {
        const wire = side === 'target' ? fed.get(one) : undefined;
        if ((wire === undefined) !== (wanted === 'free')) return [];
        const words = wire === undefined ? detail : `instead of ${wire.source}.${wire.sourcePort ?? ''}`;
        return at({ nodeId, side, port: one }, `${one} of ${title}`, words);
      });
    // What takes nothing away comes first.
    return [
      ...ports('free'),
      ...fit.newInputs.flatMap((input) =>
        offer(connectionInto({ nodeId: begin.nodeId, port }, { nodeId, input }), `${input} of ${title}`, 'new input'),
      ),
      ...ports('fed'),
    ];
  });
}

/** The wires of a node. */
export function wiresOf(nodeId: string, graph: Graph): Offer<GraphEdge>[] {
  return graph.edges
    .filter(({ source, target }) => source === nodeId || target === nodeId)
    .map((edge) => ({
      id: edge.id,
      icon: 'debug-disconnect',
      label: edgeWords(edge),
      detail: edge.targetPort === null ? 'order' : 'wire',
      value: edge,
    }));
}

/** Rows whose label has every word of the text, the best known first: those that begin with it. */
export function matching<Row extends PaletteRow>(rows: readonly Row[], text: string): Row[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = rows.filter(({ label, id }) => {
    const said = `${label} ${id}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  const begins = ({ label }: Row): number => Number(!label.toLowerCase().startsWith(words[0] ?? ''));
  return found.toSorted((one, other) => begins(one) - begins(other));
}
