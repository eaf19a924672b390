import type { ReactFlowInstance } from '@xyflow/react';
import { useMemo, useRef, type RefObject } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import { readingOrder } from '../model/focusOrder';
import { viewportShowing } from '../model/viewport';
import type { NodeFocus } from './NodeFocus';

interface NodeInView {
  /** Brings a node into view. */
  readonly showNode: (nodeId: string) => void;
  /** Brings a node into view and gives it the focus; null: the one that had it last, else the first. */
  readonly focusNode: (nodeId: string | null) => void;
  /** Something has the focus: if it is in a node, that is the one that had it last. */
  readonly noteFocus: (element: Element) => void;
  readonly nodeFocus: NodeFocus;
}

/** Moves view and focus to a node, also to one that is not in the page yet. */
export function useNodeInView(
  frame: RefObject<HTMLElement | null>,
  flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'> | null,
  graph: Graph,
): NodeInView {
  const last = useRef<string | null>(null);
  const awaited = useRef<string | null>(null);

  const nodeFocus = useMemo<NodeFocus>(
    () => ({
      arrived: (nodeId, element) => {
        if (awaited.current !== nodeId) return;
        awaited.current = null;
        element.focus({ preventScroll: true });
      },
      leaving: (element) => {
        // Panned out of sight: the canvas keeps the focus, and the next arrow key goes on from there.
        if (element === document.activeElement) frame.current?.focus({ preventScroll: true });
      },
    }),
    [frame],
  );

  const showNode = (nodeId: string): void => {
    const node = graph.nodes.find(({ id }) => id === nodeId);
    const element = frame.current;
    if (node === undefined || flow === null || element === null) return;
    const before = flow.getViewport();
    const after = viewportShowing(before, { width: element.clientWidth, height: element.clientHeight }, node);
    if (after !== before) void flow.setViewport(after);
  };

  const focusNode = (nodeId: string | null): void => {
    const ids = graph.nodes.map(({ id }) => id);
    const wanted = nodeId ?? last.current;
    const id = wanted !== null && ids.includes(wanted) ? wanted : readingOrder(graph)[0]?.id;
    if (id === undefined) return;
    last.current = id;
    awaited.current = id;
    showNode(id);
    const element = frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (element) nodeFocus.arrived(id, element);
  };

  const noteFocus = (element: Element): void => {
    last.current = element.closest<HTMLElement>('.react-flow__node')?.dataset['id'] ?? last.current;
  };

  return { showNode, focusNode, noteFocus, nodeFocus };
}
