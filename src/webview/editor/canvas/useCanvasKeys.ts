import type { ReactFlowInstance } from '@xyflow/react';
import type { KeyboardEvent } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import type { CardNode } from '../model/flow';
import { focusAfter, stepOfKey, type FocusStep } from '../model/focusOrder';
import type { Moving } from './useMoves';

interface CanvasKeys {
  readonly graph: Graph;
  readonly flow: ReactFlowInstance<CardNode> | null;
  readonly focusNode: (nodeId: string | null) => void;
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onInspect: (nodeId: string, by: 'key') => void;
  /** Null: nodes cannot be moved. */
  readonly moving: Moving | null;
  /** Takes nodes out of the workflow: the selected ones, with the one that has the focus. */
  readonly remove: ((nodeIds: readonly string[]) => void) | null;
}

const nudge = 20;
const directions: Partial<Record<FocusStep, readonly [number, number]>> = {
  left: [-nudge, 0],
  right: [nudge, 0],
  up: [0, -nudge],
  down: [0, nudge],
};

/**
 * The keys of the canvas: arrows, Home, End and Page keys move the focus, with Alt arrows move the node, Enter and Space
 * open the inspector, Delete removes nodes, Escape lets go, plus, minus and 0 zoom.
 */
export function useCanvasKeys({ graph, flow, focusNode, onSelect, onInspect, moving, ...canvas }: CanvasKeys) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    const card = event.target.closest<HTMLElement>('.react-flow__node');
    // The buttons in the corners have keys of their own.
    if (card === null && event.target !== event.currentTarget) return;
    const here = card?.dataset.id ?? null;
    if (handleKey(event, here)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  function handleKey(event: KeyboardEvent, here: string | null): boolean {
    const step = stepOfKey(event.key);
    if (step !== undefined) return event.altKey ? moveNode(here, step) : goTo(here, step);
    switch (event.key) {
      case 'Enter':
      case ' ':
        if (here !== null) onInspect(here, 'key');
        return here !== null;
      case 'Delete':
      case 'Backspace':
        return removeNodes(here);
      case 'Escape':
        onSelect([]);
        return true;
      case '+':
      case '=':
        void flow?.zoomIn();
        return true;
      case '-':
        void flow?.zoomOut();
        return true;
      case '0':
        void flow?.fitView({ padding: 0.1, maxZoom: 1 });
        return true;
      default:
        return false;
    }
  }

  function goTo(here: string | null, step: FocusStep): boolean {
    focusNode(focusAfter(graph, here, step));
    return true;
  }

  function removeNodes(here: string | null): boolean {
    const removed = new Set([...canvas.selected, ...(here === null ? [] : [here])]);
    if (canvas.remove === null || removed.size === 0) return false;
    // The focus must not go with the node that had it.
    const steps: readonly FocusStep[] = ['left', 'up', 'right', 'down'];
    const next = steps.map((step) => focusAfter(graph, here, step)).find((id) => id !== null && !removed.has(id));
    onSelect([]);
    focusNode(next ?? null);
    canvas.remove([...removed]);
    return true;
  }

  function moveNode(here: string | null, step: FocusStep): boolean {
    const direction = directions[step];
    const node = graph.nodes.find(({ id }) => id === here);
    if (direction === undefined || node === undefined || moving === null) return false;
    const { x, y } = moving.positions.get(node.id) ?? node.position;
    moving.commit([{ id: node.id, position: { x: x + direction[0], y: y + direction[1] } }]);
    return true;
  }
}
