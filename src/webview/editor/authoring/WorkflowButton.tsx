import { Panel } from '@xyflow/react';
import { IconButton } from '../../ui/IconButton';
import { useCanvas } from '../canvas/canvasHandle';
import { useShortcut } from './shortcutActions';

/** Shows what the workflow says of itself in the inspector, and takes it away again. */
export function WorkflowButton() {
  const { inspect } = useCanvas();
  useShortcut('workflow', () => {
    inspect(null, 'key');
    return true;
  });
  return (
    <Panel position="bottom-left" className="controls workflow-control">
      <IconButton icon="settings" label="Workflow Settings (I)" onClick={() => inspect(null, 'pointer')} />
    </Panel>
  );
}
