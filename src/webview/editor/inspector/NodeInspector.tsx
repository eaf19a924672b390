import { inputsNodeId, type Graph, type GraphNode } from '../../../model/workflow/graph';
import { ProgressRing } from '../../ui/ProgressRing';
import { NodeStatusIcon } from '../../ui/Status';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { useHost } from '../host';
import type { EditorView } from '../model/editorView';
import { kindIcon } from '../model/kindIcon';
import { Definition } from './Definition';
import { Inputs } from './Inputs';
import { InspectorHead } from './InspectorHead';
import { LogTail } from './LogTail';
import { NodeForm } from './NodeForm';
import { NodeRunFacts } from './NodeRunFacts';
import { Sentence } from './Sentence';
import { useInspection } from './useInspection';

interface NodeInspectorProps {
  readonly node: GraphNode;
  readonly graph: Graph;
  readonly view: EditorView;
  /** The host is asked for another id. */
  readonly onRename: (to: string) => void;
  readonly onClose: () => void;
}

/** One node: its run when there is one, and what the workflow says of it, to be edited where it can be. */
export function NodeInspector({ node, graph, view, onRename, onClose }: NodeInspectorProps) {
  const host = useHost();
  const run = view.nodeRuns.get(node.id);
  return (
    <>
      <InspectorHead
        icon={run === undefined ? <Icon name={kindIcon(node.kind)} /> : <NodeStatusIcon status={run.status} />}
        title={node.title}
        onClose={onClose}
      >
        {node.kind !== 'inputs' && (
          <IconButton icon="go-to-file" label="Open Source" onClick={() => host.openSource(node.id)} />
        )}
      </InspectorHead>
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
        {node.id === inputsNodeId ? (
          <Inputs node={node} />
        ) : (
          <NodeDefinition node={node} graph={graph} view={view} onRename={onRename} />
        )}
      </div>
    </>
  );
}

function NodeDefinition({ node, graph, view, onRename }: Omit<NodeInspectorProps, 'onClose'>) {
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
      return view.file.readOnly === null ? (
        <NodeForm node={node} graph={graph} inspection={inspection.value} onRename={onRename} />
      ) : (
        <Definition inspection={inspection.value} onOpenSource={() => host.openSource(node.id)} />
      );
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
          <span>
            <Sentence text={problem.message} />
          </span>
        </li>
      ))}
    </ul>
  );
}
