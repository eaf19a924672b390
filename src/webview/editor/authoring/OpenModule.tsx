import { useEffect, useEffectEvent } from 'react';
import { openModule } from '../../../protocol/runParts';
import { openSource } from '../../../protocol/nodeInspection';
import { useCanvas } from '../canvas/canvasHandle';
import { useHost } from '../host';
import { useShortcut } from './shortcutActions';

/** Opens a module by key, menu and double click: with its part of the run when one is loaded, else the module alone. */
export function OpenModule() {
  const { graph, view, selected, frame } = useCanvas();
  const host = useHost();
  const open = (nodeId: string | undefined): boolean => {
    const node = graph.nodes.find(({ id }) => id === nodeId);
    if (node?.kind !== 'module') return false;
    if (view.nodeRuns.has(node.id)) void host.requests.tell(openModule, { nodeId: node.id });
    else void host.requests.tell(openSource, { nodeId: node.id });
    return true;
  };
  const isOffered =
    selected.length === 1 && graph.nodes.some(({ id, kind }) => id === selected[0] && kind === 'module');
  useShortcut('openModule', isOffered ? (here) => open(here ?? selected[0]) : null);

  const onDoubleClick = useEffectEvent(({ target }: MouseEvent) => {
    const card = target instanceof Element ? target.closest<HTMLElement>('.react-flow__node') : null;
    open(card?.dataset.id);
  });
  useEffect(() => {
    const element = frame.current;
    const listen = (event: MouseEvent): void => onDoubleClick(event);
    element?.addEventListener('dblclick', listen);
    return () => element?.removeEventListener('dblclick', listen);
  }, [frame]);
  return null;
}
