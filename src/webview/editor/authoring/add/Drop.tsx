import { useEffect, useEffectEvent, useState } from 'react';
import { addDroppedFiles } from '../../../../protocol/adding';
import { useCanvas } from '../../canvas/canvasHandle';
import { useHost } from '../../host';
import { useAdding } from '../useAdding';
import { droppedUris, mayCarryFiles } from './model/droppedUris';
import { useArrival } from './useArrival';

/** Files that are dropped on the canvas become nodes. VS Code lets a webview have a drop while Shift is held. */
export function Drop() {
  const { frame, flow, canEdit } = useCanvas();
  const { requests, report } = useHost();
  const adding = useAdding();
  const arrive = useArrival();
  const [isOver, setOver] = useState(false);

  const onDragOver = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer === null || !canEdit || !mayCarryFiles(event.dataTransfer.types)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  });
  const onDrop = useEffectEvent((event: DragEvent) => {
    setOver(false);
    const { dataTransfer } = event;
    if (dataTransfer === null || !canEdit || !mayCarryFiles(dataTransfer.types)) return;
    event.preventDefault();
    const uris = droppedUris((type) => dataTransfer.getData(type));
    if (uris.length === 0) {
      report('These files have no place in the workspace. Drop files from the Explorer of VS Code, with Shift held.');
      return;
    }
    const middle = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    void adding(() => requests.ask(addDroppedFiles, { uris, middle })).then((added) => {
      if (added !== null) arrive(added.nodeIds);
    });
  });
  useEffect(() => {
    const element = frame.current;
    const over = (event: DragEvent): void => onDragOver(event);
    const drop = (event: DragEvent): void => onDrop(event);
    const leave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && element?.contains(event.relatedTarget))) setOver(false);
    };
    element?.addEventListener('dragenter', over);
    element?.addEventListener('dragover', over);
    element?.addEventListener('dragleave', leave);
    element?.addEventListener('drop', drop);
    return () => {
      element?.removeEventListener('dragenter', over);
      element?.removeEventListener('dragover', over);
      element?.removeEventListener('dragleave', leave);
      element?.removeEventListener('drop', drop);
    };
  }, [frame]);

  return isOver ? <div className="drop-here" aria-hidden="true" /> : null;
}
