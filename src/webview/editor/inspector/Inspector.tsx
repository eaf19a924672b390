import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import type { Rename } from '../../../model/workflow/renameBetween';
import { useDrafts } from './fields/DraftsContext';
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
  /** The node that got another id with this graph. */
  readonly renamed: Rename | null;
  /** Nodes are to be selected and seen. */
  readonly onShow: (nodeIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/** All about one node, or about the workflow itself, at the right side. */
export function Inspector({ graph, nodeId, view, memory, openedBy, renamed, onShow, onClose }: InspectorProps) {
  const drafts = useDrafts();
  const panel = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(() => memory.recall().inspectorWidth);
  const [subject, setSubject] = useState({ id: nodeId, key: 0 });

  // A node with another id is the same node: its fields, and the focus in them, stay.
  const isSame = renamed?.from === subject.id && renamed?.to === nodeId;
  if (subject.id !== nodeId) setSubject({ id: nodeId, key: isSame ? subject.key : subject.key + 1 });
  useLayoutEffect(() => {
    if (renamed === null) return;
    drafts.change(`${draftsOf(renamed.from)}id`, () => ({ kind: 'none' }));
    drafts.move(draftsOf(renamed.from), draftsOf(renamed.to));
  }, [drafts, renamed]);

  useEffect(() => {
    if (openedBy === 'key') panel.current?.focus();
  }, [openedBy]);

  const node = nodeId === null ? null : graph.nodes.find(({ id }) => id === nodeId);
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
            <NodeInspector key={subject.key} node={node} graph={graph} view={view} onClose={onClose} />
          )}
        </ShowNodesContext>
      </section>
    </>
  );
}
