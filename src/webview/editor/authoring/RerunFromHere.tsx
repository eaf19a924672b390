import { canRerunPart } from '../../../model/run/actions';
import { rerunFromNode } from '../../../protocol/authoring';
import { useCanvas } from '../canvas/canvasHandle';
import { useHost } from '../host';
import { useShortcut } from './shortcutActions';

/** Offers to run the loaded run again from a node on, once it has ended. */
export function RerunFromHere() {
  const { view, selected } = useCanvas();
  const { requests } = useHost();
  const run = view.loaded?.run ?? null;
  const isOffered = run !== null && canRerunPart(run) && selected.length === 1;
  useShortcut(
    'rerunFromHere',
    isOffered
      ? (here) => {
          const nodeId = here ?? selected[0];
          if (nodeId === undefined) return false;
          void requests.tell(rerunFromNode, { nodeId });
          return true;
        }
      : null,
  );
  return null;
}
