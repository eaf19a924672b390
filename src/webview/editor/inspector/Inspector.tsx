import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import { useDrafts } from './fields/DraftsContext';
import { followRename, type Rename } from './model/followRename';
import { draftsOf } from './model/nodeFields';
import { NodeInspector } from './NodeInspector';
import { ShowNodesContext } from './ProblemMessages';
import { ResizeHandle, widthLimits } from './ResizeHandle';
import type { MemoryStore } from '../memory';
import type { EditorView } from '../model/editorView';
import { WorkflowInspector } from './WorkflowInspector';

interface InspectorProps {
  readonly graph: Graph;
  /** Null: the workflow itself. */
  readonly nodeId: string | null;
  readonly view: EditorView;
  readonly memory: MemoryStore;
  /** `key`: it was opened from the keyboard, so the focus goes in. */
  readonly openedBy: 'pointer' | 'key';
  /** Another node is to be shown, or the same under another id. */
  readonly onInspect: (nodeId: string | null) => void;
  /** Nodes are to be selected and seen. */
  readonly onShow: (nodeIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/** All about one node, or about the workflow itself, at the right side. */
export function Inspector({ graph, nodeId, view, memory, openedBy, onInspect, onShow, onClose }: InspectorProps) {
  const drafts = useDrafts();
  const panel = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(() => memory.recall().inspectorWidth);
  const [rename, setRename] = useState<Rename | null>(null);
  const [subject, setSubject] = useState({ id: nodeId, key: 0 });

  const shownId = followRename(new Set(graph.nodes.map(({ id }) => id)), nodeId, rename);
  const isSame = shownId !== nodeId && subject.id === nodeId;
  // A node with another id is the same node: its fields, and the focus in them, stay.
  if (subject.id !== shownId) setSubject({ id: shownId, key: isSame ? subject.key : subject.key + 1 });
  useLayoutEffect(() => {
    if (nodeId === null || shownId === null || shownId === nodeId) return;
    drafts.change(`${draftsOf(nodeId)}id`, () => ({ kind: 'none' }));
    drafts.move(draftsOf(nodeId), draftsOf(shownId));
    onInspect(shownId);
  }, [drafts, nodeId, shownId, onInspect]);

  useEffect(() => {
    if (openedBy === 'key') panel.current?.focus();
  }, [openedBy]);

  const node = shownId === null ? null : graph.nodes.find(({ id }) => id === shownId);
  if (node === undefined) return null;
  return (
    <>
      <ResizeHandle
        width={width}
        onResize={(next) => {
          setWidth(next);
          memory.remember({ inspectorWidth: next });
        }}
      />
      {/* Escape closes it from wherever the focus is inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={panel}
        className="inspector"
        style={{ flexBasis: width, minWidth: widthLimits.min }}
        aria-label={node === null ? 'Workflow' : `Node ${node.title}`}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <ShowNodesContext value={onShow}>
          {node === null ? (
            <WorkflowInspector view={view} graph={graph} onClose={onClose} />
          ) : (
            <NodeInspector
              key={subject.key}
              node={node}
              graph={graph}
              view={view}
              onRename={(to) => setRename({ from: node.id, to })}
              onClose={onClose}
            />
          )}
        </ShowNodesContext>
      </section>
    </>
  );
}
