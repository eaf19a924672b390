import { useEffect, useEffectEvent, useState } from 'react';
import { useCanvas } from '../../canvas/canvasHandle';
import { edgeWords } from './wires';

interface Hovered {
  readonly words: string;
  /** Relative to the canvas. */
  readonly x: number;
  readonly y: number;
}

/** A pointer that only passes asks for nothing. */
const restingMs = 400;

/** What a wire joins, beside the pointer that rests on it. */
export function WireHint() {
  const { frame, graph, canEdit } = useCanvas();
  const [hovered, setHovered] = useState<Hovered | null>(null);

  const enter = useEffectEvent((edgeId: string, event: PointerEvent, canvas: HTMLElement) => {
    const edge = graph.edges.find(({ id }) => id === edgeId);
    if (edge === undefined || event.buttons !== 0) return;
    const { left, top } = canvas.getBoundingClientRect();
    setHovered({ words: edgeWords(edge), x: event.clientX - left, y: event.clientY - top });
  });
  const endsOf = useEffectEvent((edgeId: string): string[] => {
    const edge = graph.edges.find(({ id }) => id === edgeId);
    return edge === undefined ? [] : [edge.target, edge.source];
  });

  useEffect(() => {
    const canvas = frame.current;
    if (canvas === null || !canEdit) return undefined;
    let resting: number | undefined;
    const leave = (): void => {
      window.clearTimeout(resting);
      setHovered(null);
    };
    const onOver = (event: PointerEvent): void => {
      leave();
      const id = wireAt(event.target)?.dataset['id'];
      if (id !== undefined) resting = window.setTimeout(() => enter(id, event, canvas), restingMs);
    };
    /** Pressed, a wire would hand the focus to the canvas, and that to a card that may be far away. */
    const onPress = (event: MouseEvent): void => {
      const wire = wireAt(event.target);
      if (wire === null) return;
      leave();
      const ends = endsOf(wire.dataset['id'] ?? '');
      const card = ends.map((id) => canvas.querySelector<HTMLElement>(cardOf(id))).find((found) => found !== null);
      if (card === undefined) return;
      event.preventDefault();
      card.focus({ preventScroll: true });
    };
    canvas.addEventListener('pointerover', onOver);
    canvas.addEventListener('pointerleave', leave);
    canvas.addEventListener('mousedown', onPress, true);
    canvas.addEventListener('wheel', leave, { passive: true });
    return () => {
      window.clearTimeout(resting);
      canvas.removeEventListener('pointerover', onOver);
      canvas.removeEventListener('pointerleave', leave);
      canvas.removeEventListener('mousedown', onPress, true);
      canvas.removeEventListener('wheel', leave);
    };
  }, [frame, canEdit]);
  if (hovered === null) return null;
  return (
    <div className="connecting">
      <div className="connecting-words" style={{ left: hovered.x + 12, top: hovered.y + 12 }}>
        {hovered.words}
      </div>
    </div>
  );
}

function wireAt(element: EventTarget | null): SVGElement | null {
  return element instanceof Element ? element.closest<SVGElement>('.react-flow__edge') : null;
}

function cardOf(nodeId: string): string {
  return `.react-flow__node[data-id="${CSS.escape(nodeId)}"]`;
}
