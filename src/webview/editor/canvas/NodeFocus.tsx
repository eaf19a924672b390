import { createContext, useContext, useLayoutEffect, useRef, type RefObject } from 'react';

/** Nodes come and go as the view moves; the canvas is told, so that keyboard focus is neither lost nor missed. */
export interface NodeFocus {
  /** A node's element is in the page now. */
  readonly arrived: (nodeId: string, element: HTMLElement) => void;
  /** A node's element is about to leave the page. */
  readonly leaving: (element: HTMLElement) => void;
}

export const NodeFocusContext = createContext<NodeFocus | null>(null);

/** For the content of a node: tells the canvas of the focusable element around it. */
export function useNodeFocus(nodeId: string): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  const focus = useContext(NodeFocusContext);
  useLayoutEffect(() => {
    const element = content.current?.closest<HTMLElement>('.react-flow__node');
    if (!element || focus === null) return undefined;
    focus.arrived(nodeId, element);
    return () => focus.leaving(element);
  }, [nodeId, focus]);
  return content;
}
