import {
  align,
  distribute,
  type Alignment,
  type Direction,
  type PlacedBox,
} from '../../../../model/workflow/alignNodes';
import type { GraphNode } from '../../../../model/workflow/graph';
import { arrangeNodes } from '../../../../protocol/arranging';
import type { EditAnswer } from '../../../../protocol/authoring';
import { sentenceOf } from '../../../sentence';
import { useCanvas } from '../../canvas/canvasHandle';
import { useHost } from '../../host';
import { useAnnounce } from '../Announcer';
import { countOf } from '../model/sayings';
import type { ShortcutId } from '../model/shortcuts';
import { useShortcut } from '../shortcutActions';
import { useSightKept } from './useSightKept';

/** Arranging all nodes or those selected, aligning them with each other and making their gaps equal. */
export function Arrange() {
  const { graph, selected } = useCanvas();
  const arrange = useArranging();
  useShortcut('arrangeAll', (here) => arrange(null, graph.nodes.length, here));
  useShortcut('arrangeSelection', selected.length < 2 ? null : (here) => arrange(selected, selected.length, here));

  useAligning('alignLeft', 'left');
  useAligning('alignRight', 'right');
  useAligning('alignTop', 'top');
  useAligning('alignBottom', 'bottom');
  useAligning('alignColumn', 'column');
  useAligning('alignRow', 'row');
  useDistributing('spreadRow', 'row');
  useDistributing('spreadColumn', 'column');
  return null;
}

type Arranging = (nodeIds: readonly string[] | null, count: number, here: string | null) => true;

/** Asks the host to arrange nodes; what the person looks at stays in sight. */
function useArranging(): Arranging {
  const { requests, report } = useHost();
  const announce = useAnnounce();
  const keepSight = useSightKept();
  return (nodeIds, count, here) => {
    const letGo = keepSight(here);
    void requests
      .ask(arrangeNodes, { nodeIds: nodeIds === null ? null : [...nodeIds] })
      .catch((error: unknown): EditAnswer => ({ kind: 'refused', message: sentenceOf(error) }))
      .then((answer) => {
        if (answer.kind === 'done') announce(`Arranged ${countOf(count, 'node')}`);
        else {
          letGo();
          report(answer.message);
        }
      });
    return true;
  };
}

function useAligning(id: ShortcutId, how: Alignment): void {
  usePlacing(id, 2, 'Aligned', (nodes) => align(nodes, how));
}

function useDistributing(id: ShortcutId, direction: Direction): void {
  usePlacing(id, 3, 'Distributed', (nodes) => distribute(nodes, direction));
}

/** Offered once so many nodes are selected. */
function usePlacing(
  id: ShortcutId,
  least: number,
  done: string,
  place: (nodes: readonly GraphNode[]) => PlacedBox[],
): void {
  const { graph, selected, moving } = useCanvas();
  const announce = useAnnounce();
  const placeSelected = (): true => {
    const chosen = new Set(selected);
    const nodes = graph.nodes.filter((node) => chosen.has(node.id));
    moving.commit(place(nodes.map((node) => ({ ...node, position: moving.positions.get(node.id) ?? node.position }))));
    announce(`${done} ${countOf(nodes.length, 'node')}`);
    return true;
  };
  useShortcut(id, selected.length < least ? null : placeSelected);
}
