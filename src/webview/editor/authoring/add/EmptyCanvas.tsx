import { inputsNodeId } from '../../../../model/workflow/graph';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { useCanvas } from '../../canvas/canvasHandle';
import { useHost } from '../../host';

/** What a canvas without nodes says: what this is, and the one thing to do next. `onAdd` is null where nothing can be added. */
export function EmptyCanvas({ onAdd }: { readonly onAdd: (() => void) | null }) {
  const { graph, view } = useCanvas();
  const host = useHost();
  if (graph.nodes.some(({ id }) => id !== inputsNodeId)) return null;
  return (
    <div className="empty-canvas">
      <Icon name="type-hierarchy" />
      <h1>No nodes yet</h1>
      <p>
        A {view.file.kind} is a set of nodes, each a command or a script, joined by wires. Double-click where the first
        one shall be, press A, or drop a script here.
      </p>
      <div className="empty-state-actions">
        {onAdd !== null && (
          <Button kind="primary" onClick={onAdd}>
            Add Node
          </Button>
        )}
        <Button onClick={() => host.perform('openAsText')}>Open as Text</Button>
      </div>
    </div>
  );
}
