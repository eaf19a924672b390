import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { useCanvas } from '../../canvas/canvasHandle';
import type { CarriedWire, Connection } from './connection';
import { startDrag, type Drop } from './drag';
import { dotAt, placeOfDot, type Place } from './place';
import { useFits } from './useFits';

/** What a drag in hand would become if it ended now. */
export interface Hint {
  readonly words: string;
  readonly tone: 'free' | 'fits' | 'refused';
}

/** The elements that follow the pointer. */
export interface DragElements {
  readonly line: RefObject<SVGPathElement | null>;
  readonly follower: RefObject<HTMLElement | null>;
}

/** Dragging from dot to dot. Gives what the drag in hand would become (null: none is); `onDrop` hears how each ends. */
export function useDragToConnect({ line, follower }: DragElements, onDrop: (drop: Drop) => void): Hint | null {
  const { frame, flow, graph, canEdit } = useCanvas();
  const fitsOf = useFits();
  const [hint, setHint] = useState<Hint | null>(null);
  const breakOff = useRef<() => void>(undefined);

  const carriedFrom = async ({ nodeId, side, port }: Place): Promise<CarriedWire | null> => {
    const wire = graph.edges.find(({ target, targetPort }) => target === nodeId && targetPort === port);
    if (side === 'source' || port === null || wire === undefined || wire.sourcePort === null) return null;
    const from = { nodeId: wire.source, port: wire.sourcePort };
    return { from, fits: await fitsOf({ ...from, side: 'source' }) };
  };
  const start = useEffectEvent((dot: HTMLElement, begin: Place, press: PointerEvent, canvas: HTMLElement) => {
    breakOff.current?.();
    setHint({ words: '', tone: 'free' });
    breakOff.current = startDrag({
      canvas,
      flow,
      begin,
      dot,
      press,
      fits: fitsOf(begin),
      carried: carriedFrom(begin),
      line: () => line.current,
      follower: () => follower.current,
      onOver: (connection) => setHint((before) => keptHint(before, hintOf(connection))),
      onEnd: () => setHint(null),
      onDrop,
    });
  });

  useEffect(() => {
    const canvas = frame.current;
    if (canvas === null || !canEdit) return undefined;
    const onPress = (press: PointerEvent): void => {
      const dot = press.button === 0 && press.isPrimary ? dotAt(press.target) : null;
      const begin = placeOfDot(dot);
      if (dot === null || begin === null) return;
      press.stopPropagation();
      // So that Escape arrives here; the canvas itself would hand the focus on to another card.
      dot.closest<HTMLElement>('.react-flow__node')?.focus({ preventScroll: true });
      start(dot, begin, press, canvas);
    };
    // React Flow begins to move a card at these.
    const keepStill = (event: Event): void => {
      if (dotAt(event.target) === null) return;
      event.stopPropagation();
      event.preventDefault();
    };
    canvas.setAttribute('data-connect', 'ready');
    canvas.addEventListener('pointerdown', onPress, true);
    canvas.addEventListener('mousedown', keepStill, true);
    canvas.addEventListener('touchstart', keepStill, { capture: true, passive: false });
    return () => {
      breakOff.current?.();
      canvas.removeAttribute('data-connect');
      canvas.removeEventListener('pointerdown', onPress, true);
      canvas.removeEventListener('mousedown', keepStill, true);
      canvas.removeEventListener('touchstart', keepStill, true);
    };
  }, [frame, canEdit]);
  return hint;
}

function hintOf(connection: Connection): Hint {
  switch (connection.kind) {
    case 'edit':
      return connection.fits ? { words: connection.words, tone: 'fits' } : { words: '', tone: 'refused' };
    case 'impossible':
      return { words: '', tone: 'refused' };
    case 'nothing':
      return { words: '', tone: 'free' };
  }
}

function keptHint(before: Hint | null, now: Hint): Hint {
  return before?.words === now.words && before.tone === now.tone ? before : now;
}
