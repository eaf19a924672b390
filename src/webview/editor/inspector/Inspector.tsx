import { useEffect, useRef, useState } from 'react';
import { inputsNodeId, type GraphNode } from '../../../model/workflow/graph';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { ProgressRing } from '../../ui/ProgressRing';
import { useHost } from '../host';
import type { MemoryStore } from '../memory';
import type { EditorView } from '../model/editorView';
import { kindIcon } from '../model/kindIcon';
import { NodeStatusIcon } from '../../ui/Status';
import { Definition } from './Definition';
import { Inputs } from './Inputs';
import { LogTail } from './LogTail';
import { NodeRunFacts } from './NodeRunFacts';
import { ResizeHandle, widthLimits } from './ResizeHandle';
import { useInspection } from './useInspection';

interface InspectorProps {
  readonly node: GraphNode;
  readonly view: EditorView;
  readonly memory: MemoryStore;
  /** `key`: it was opened from the keyboard, so the focus goes in. */
  readonly openedBy: 'pointer' | 'key';
  readonly onClose: () => void;
}

/** All about one node, at the right side: its run when there is one, and what the workflow says of it. */
export function Inspector({ node, view, memory, openedBy, onClose }: InspectorProps) {
  const host = useHost();
  const panel = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(() => memory.recall().inspectorWidth);
  const run = view.nodeRuns.get(node.id);

  useEffect(() => {
    if (openedBy === 'key') panel.current?.focus();
  }, [openedBy]);

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
        aria-label={`Node ${node.title}`}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <header className="inspector-head">
          {run === undefined ? <Icon name={kindIcon(node.kind)} /> : <NodeStatusIcon status={run.status} />}
          <h2 title={node.title}>{node.title}</h2>
          {node.kind !== 'inputs' && (
            <IconButton icon="go-to-file" label="Open Source" onClick={() => host.openSource(node.id)} />
          )}
          <IconButton icon="close" label="Close Inspector" onClick={onClose} />
        </header>
        <div className="inspector-body">
          <NodeProblems node={node} />
          {run !== undefined && <NodeRunFacts run={run} isStale={view.stale.has(node.id)} />}
          {run !== undefined && run.startedAt !== null && (
            <LogTail
              key={`${view.loaded?.run?.id} ${run.id} ${run.startedAt}`}
              nodeId={node.id}
              // Why a node failed is what one opens it for.
              first={run.status === 'failed' ? 'stderr' : 'stdout'}
            />
          )}
          {node.id === inputsNodeId ? <Inputs node={node} /> : <NodeDefinition node={node} view={view} />}
        </div>
      </section>
    </>
  );
}

function NodeDefinition({ node, view }: { readonly node: GraphNode; readonly view: EditorView }) {
  const host = useHost();
  const inspection = useInspection(node.id, view);
  switch (inspection.kind) {
    case 'loading':
      return (
        <output className="inspector-wait">
          <ProgressRing /> Loading the definition…
        </output>
      );
    case 'failed':
      return (
        <div className="inspector-wait" role="alert">
          <p>{inspection.sentence}</p>
          <button type="button" className="link" onClick={() => host.perform('openAsText')}>
            Open as Text
          </button>
        </div>
      );
    case 'ready':
      return <Definition inspection={inspection.value} onOpenSource={() => host.openSource(node.id)} />;
  }
}

function NodeProblems({ node }: { readonly node: GraphNode }) {
  if (node.problems.length === 0) return null;
  return (
    <ul className="node-problems" aria-label="Problems">
      {node.problems.map((problem) => (
        <li key={problem.message}>
          <Icon
            name={problem.severity}
            color={problem.severity === 'error' ? 'problemsErrorIcon.foreground' : 'problemsWarningIcon.foreground'}
          />
          <span>{problem.message}</span>
        </li>
      ))}
    </ul>
  );
}
