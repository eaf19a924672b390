import { useEffect, useEffectEvent, useRef } from 'react';
import { useCanvas } from '../canvas/canvasHandle';
import { wireWords } from './model/wireWords';

/** Describes what the node that has the focus is wired to; every node refers to it by its id, `node-wires`. */
export function WireWords() {
  const { frame, graph } = useCanvas();
  const words = useRef<HTMLParagraphElement>(null);
  const describe = useEffectEvent((target: EventTarget | null) => {
    const nodeId = target instanceof Element ? target.closest<HTMLElement>('.react-flow__node')?.dataset.id : undefined;
    // At once, not with the next render: a screen reader reads the description when the focus arrives.
    if (words.current !== null && nodeId !== undefined) words.current.textContent = wireWords(graph, nodeId);
  });
  // A wire that came or went is described too.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => describe(document.activeElement), [graph]);
  useEffect(() => {
    const element = frame.current;
    const listen = (event: FocusEvent): void => describe(event.target);
    element?.addEventListener('focusin', listen);
    return () => element?.removeEventListener('focusin', listen);
  }, [frame]);
  return <p id="node-wires" ref={words} className="for-screen-readers" />;
}
