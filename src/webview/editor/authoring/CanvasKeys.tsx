import type { GraphNode } from '../../../model/workflow/graph';
import { useCanvas } from '../canvas/canvasHandle';
import { focusAfter, type FocusStep } from '../model/focusOrder';
import { viewportShowing } from '../model/viewport';
import { useAnnounce } from './Announcer';
import { useRemoveWire } from './connect/useRemoveWire';
import { countOf } from './model/sayings';
import { useShortcut } from './shortcutActions';
import { useEdit } from './useEdit';

const nudge = 20;

/** Walking the canvas, moving nodes, deleting them and zooming, all by key. */
export function CanvasKeys() {
  const { flow, graph, selected, moving, ...canvas } = useCanvas();
  const edit = useEdit();
  const announce = useAnnounce();
  const removeWire = useRemoveWire();

  const keepInSight = (node: GraphNode | undefined): void => {
    const view = canvas.frame.current;
    if (node === undefined || view === null) return;
    const before = flow.getViewport();
    const after = viewportShowing(before, { width: view.clientWidth, height: view.clientHeight }, node);
    if (after !== before) void flow.setViewport(after);
  };
  const goTo = (here: string | null, step: FocusStep): boolean => {
    canvas.focusNode(focusAfter(graph, here, step));
    return true;
  };
  const moveBy = (here: string | null, x: number, y: number): boolean => {
    const together = new Set(here !== null && selected.includes(here) ? selected : [here]);
    const nodes = graph.nodes.filter(({ id }) => together.has(id));
    if (nodes.length === 0) return false;
    const moved = nodes.map((node) => {
      const from = moving.positions.get(node.id) ?? node.position;
      return { ...node, position: { x: from.x + x, y: from.y + y } };
    });
    moving.commit(moved);
    // Out of sight it would leave the page, and the focus with it.
    keepInSight(moved.find(({ id }) => id === here));
    announce(`Moved ${countOf(nodes.length, 'node')}`);
    return true;
  };
  const removeNodes = (here: string | null): boolean => {
    const removed = new Set([...selected, ...(here === null ? [] : [here])]);
    if (removed.size === 0) return false;
    // The focus must not go with the node that had it.
    const steps: readonly FocusStep[] = ['left', 'up', 'right', 'down'];
    const next = steps.map((step) => focusAfter(graph, here, step)).find((id) => id !== null && !removed.has(id));
    canvas.select([]);
    canvas.focusNode(next ?? null);
    void edit({ kind: 'removeNodes', nodeIds: [...removed] }).then(({ kind }) => {
      if (kind === 'done') announce(`Deleted ${countOf(removed.size, 'node')}`);
    });
    return true;
  };

  useShortcut('goLeft', (here) => goTo(here, 'left'));
  useShortcut('goRight', (here) => goTo(here, 'right'));
  useShortcut('goUp', (here) => goTo(here, 'up'));
  useShortcut('goDown', (here) => goTo(here, 'down'));
  useShortcut('goFirst', (here) => goTo(here, 'first'));
  useShortcut('goLast', (here) => goTo(here, 'last'));
  useShortcut('goNext', (here) => goTo(here, 'next'));
  useShortcut('goPrevious', (here) => goTo(here, 'previous'));
  useShortcut('moveLeft', (here) => moveBy(here, -nudge, 0));
  useShortcut('moveRight', (here) => moveBy(here, nudge, 0));
  useShortcut('moveUp', (here) => moveBy(here, 0, -nudge));
  useShortcut('moveDown', (here) => moveBy(here, 0, nudge));
  useShortcut('remove', (here) => {
    // A wire that is selected may be gone meanwhile.
    return (canvas.selectedEdge !== null && removeWire(canvas.selectedEdge)) || removeNodes(here);
  });
  useShortcut('inspect', (here) => {
    if (here !== null) canvas.inspect(here, 'key');
    return here !== null;
  });
  useShortcut('letGo', () => {
    canvas.select([]);
    canvas.selectEdge(null);
    return true;
  });
  useShortcut('zoomIn', () => {
    void flow.zoomIn();
    return true;
  });
  useShortcut('zoomOut', () => {
    void flow.zoomOut();
    return true;
  });
  useShortcut('fitAll', () => {
    void flow.fitView({ padding: 0.1, maxZoom: 1 });
    return true;
  });
  return null;
}
