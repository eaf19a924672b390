import { useCanvas } from '../../canvas/canvasHandle';
import { useAnnounce } from '../Announcer';
import { useEdit } from '../useEdit';
import { edgeWords, removalOf } from './wires';

/** Gives what removes a wire by its id; that is false if there is none. */
export function useRemoveWire(): (edgeId: string) => boolean {
  const { graph, selectedEdge, selectEdge } = useCanvas();
  const edit = useEdit();
  const announce = useAnnounce();
  return (edgeId) => {
    const edge = graph.edges.find(({ id }) => id === edgeId);
    if (edge === undefined) return false;
    if (selectedEdge === edgeId) selectEdge(null);
    void edit(removalOf(edge)).then(({ kind }) => {
      if (kind === 'done') announce(`Disconnected: ${edgeWords(edge)}`);
    });
    return true;
  };
}
