import { useEffect, useRef } from 'react';
import { nodeBox, nodeSize } from '../../../../model/workflow/graph';
import { middleOf } from '../../../../model/workflow/placeGroup';
import type { Position } from '../../../../model/workflow/workflow';
import { useCanvas } from '../../canvas/canvasHandle';

interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Where the middle of a new node goes. */
export interface AddPlaces {
  /** Under a point of the screen. */
  readonly under: (point: ScreenPoint) => Position;
  /** Where a menu was opened, else beside what is selected, else under the pointer, else in the middle of the view. */
  readonly next: () => Position;
  /** Where a menu was opened, else under the pointer, else at what is selected, else in the middle of the view. */
  readonly forCopies: () => Position;
}

/** Empty canvas pixels between a node and the one that is added beside it. */
const aside = 80;

/** Knows where people point, so that what they add comes there. */
export function useAddPlace(): AddPlaces {
  const { frame, flow, graph, selected } = useCanvas();
  const pointer = useRef<ScreenPoint | null>(null);
  const menu = useRef<ScreenPoint | null>(null);
  useEffect(() => {
    const element = frame.current;
    const isOnCanvas = (event: Event): boolean =>
      event.target instanceof Element &&
      event.target.closest('.react-flow__pane, .react-flow__node, .react-flow__edge') !== null;
    const follow = (event: PointerEvent): void => {
      if (isOnCanvas(event)) pointer.current = { x: event.clientX, y: event.clientY };
    };
    const leave = (): void => void (pointer.current = null);
    const open = (event: MouseEvent): void => {
      if (isOnCanvas(event)) menu.current = { x: event.clientX, y: event.clientY };
    };
    const forget = (event: Event): void => {
      if (event.target === element || isOnCanvas(event)) menu.current = null;
    };
    element?.addEventListener('pointermove', follow, true);
    element?.addEventListener('pointerleave', leave);
    element?.addEventListener('pointerdown', forget, true);
    element?.addEventListener('keydown', forget, true);
    element?.addEventListener('contextmenu', open, true);
    return () => {
      element?.removeEventListener('pointermove', follow, true);
      element?.removeEventListener('pointerleave', leave);
      element?.removeEventListener('pointerdown', forget, true);
      element?.removeEventListener('keydown', forget, true);
      element?.removeEventListener('contextmenu', open, true);
    };
  }, [frame]);

  const middleOfView = (): Position => {
    const view = frame.current?.getBoundingClientRect();
    return under({ x: (view?.left ?? 0) + (view?.width ?? 0) / 2, y: (view?.top ?? 0) + (view?.height ?? 0) / 2 });
  };
  const under = (point: ScreenPoint): Position => flow.screenToFlowPosition(point, { snapToGrid: false });
  return {
    under,
    next: () => {
      if (menu.current !== null) return under(menu.current);
      const beside = graph.nodes.find(({ id }) => id === selected.at(-1));
      if (beside !== undefined) {
        const { width } = nodeSize(beside);
        const { x, y } = beside.position;
        return { x: x + width + aside + nodeBox.width / 2, y: y + nodeBox.headerHeight / 2 };
      }
      if (pointer.current !== null) return under(pointer.current);
      // The first node of all is where people begin to count.
      return graph.nodes.length === 0 ? { x: nodeBox.width / 2, y: nodeBox.headerHeight / 2 } : middleOfView();
    },
    forCopies: () => {
      const point = menu.current ?? pointer.current;
      if (point !== null) return under(point);
      return middleOf(graph.nodes.filter(({ id }) => selected.includes(id))) ?? middleOfView();
    },
  };
}
