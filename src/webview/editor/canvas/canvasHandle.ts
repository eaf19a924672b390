/** The canvas as its authoring parts see it, which are loaded after it. */
import type { ReactFlowInstance } from '@xyflow/react';
import { createContext, useContext, type RefObject } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import type { CardNode } from '../model/flow';
import type { EditorView } from '../model/editorView';
import type { Moving } from './useMoves';

export interface CanvasHandle {
  /** The element of the whole canvas: the one tab stop, in which all keys arrive. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly flow: ReactFlowInstance<CardNode>;
  readonly view: EditorView;
  readonly graph: Graph;
  /** False: everything is shown and nothing can be changed. */
  readonly canEdit: boolean;
  readonly moving: Moving;
  /** Ids of nodes. */
  readonly selected: readonly string[];
  readonly select: (ids: readonly string[]) => void;
  /** Selects the node and opens the inspector; null: selects nothing, and the inspector shows the workflow itself. */
  readonly inspect: (nodeId: string | null, by: 'pointer' | 'key') => void;
  /** Id of the wire that is selected; a wire and nodes are never selected at once. */
  readonly selectedEdge: string | null;
  readonly selectEdge: (edgeId: string | null) => void;
  /** Brings a node into view. */
  readonly showNode: (nodeId: string) => void;
  /** Brings a node into view and gives it the focus; null: the one that had it last, else the first. */
  readonly focusNode: (nodeId: string | null) => void;
}

export const CanvasContext = createContext<CanvasHandle | null>(null);

/** The canvas around. @throws outside of it. */
export function useCanvas(): CanvasHandle {
  const canvas = useContext(CanvasContext);
  if (canvas === null) throw new Error('useCanvas is for parts of the canvas');
  return canvas;
}
