import { Panel, useReactFlow } from '@xyflow/react';
import { IconButton } from '../../ui/IconButton';

/** Zoom and fit, in a corner. */
export function CanvasControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Panel position="bottom-left" className="controls">
      <IconButton icon="zoom-in" label="Zoom In" onClick={() => void zoomIn()} />
      <IconButton icon="zoom-out" label="Zoom Out" onClick={() => void zoomOut()} />
      <IconButton icon="screen-full" label="Fit All Nodes" onClick={() => void fitView({ padding: 0.1, maxZoom: 1 })} />
    </Panel>
  );
}
