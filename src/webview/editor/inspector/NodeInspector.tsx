import { inputsNodeId, type Graph, type GraphNode } from '../../../model/workflow/graph';
import type { PlacedProblem } from '../../../model/workflow/mends/placedProblems';
import { openModule } from '../../../protocol/runParts';
import { openSource } from '../../../protocol/nodeInspection';
import { ProgressRing } from '../../ui/ProgressRing';
import { NodeStatusIcon } from '../../ui/Status';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { loadedKey } from '../attempts/attemptChoice';
import { useHost } from '../host';
import type { EditorView } from '../model/editorView';
import { kindIcon } from '../model/kindIcon';
import { AttemptsAndLog } from './AttemptsAndLog';
import { Definition } from './Definition';
import { Inputs } from './Inputs';
import { FieldMessage } from './fields/Row';
import { InsideModule } from './InsideModule';
import { InspectorHead } from './InspectorHead';
import { problemsOfNode } from './model/problemsAt';
import { NodeForm } from './NodeForm';
import { NodeRunFacts } from './NodeRunFacts';
import { problemMessages } from './ProblemMessages';
import { Sentence } from './Sentence';
import { useInspection } from './useInspection';
import { useProblems } from './useProblems';
import { WorkflowForm } from './WorkflowForm';

interface NodeInspectorProps {
  readonly node: GraphNode;
  readonly graph: Graph;
  readonly view: EditorView;
  readonly onClose: () => void;
}

/** One node: its run when there is one, and what the workflow says of it, to be edited where it can be. */
export function NodeInspector({ node, graph, view, onClose }: NodeInspectorProps) {
  const host = useHost();
  const run = view.nodeRuns.get(node.id);
  const loaded = loadedKey(view.loaded);
  return (
    <>
      <InspectorHead
        icon={run === undefined ? <Icon name={kindIcon(node.kind)} /> : <NodeStatusIcon status={run.status} />}
        title={node.title}
        onClose={onClose}
      >
        {node.kind === 'module' && run !== undefined && (
          <IconButton
            icon="package"
            label="Open Module in This Run"
            onClick={() => void host.requests.tell(openModule, { nodeId: node.id })}
          />
        )}
        {node.kind !== 'inputs' && (
          <IconButton
            icon="go-to-file"
            label="Open Source"
            onClick={() => void host.requests.tell(openSource, { nodeId: node.id })}
          />
        )}
      </InspectorHead>
      <div className="inspector-body">
        {run !== undefined && (
          <NodeRunFacts run={run} isStale={view.stale.has(node.id)} usual={view.usual.get(node.id)} />
        )}
        {node.kind === 'module' && <InsideModule nodeId={node.id} nodeRuns={view.nodeRuns} />}
        {run !== undefined && run.startedAt !== null && node.kind !== 'module' && (
          <AttemptsAndLog key={`${loaded} ${run.id}`} loaded={loaded} run={run} />
        )}
        {node.id === inputsNodeId ? (
          <InputsBox node={node} graph={graph} view={view} />
        ) : (
          <NodeDefinition node={node} graph={graph} view={view} />
        )}
      </div>
    </>
  );
}

/** The box of the workflow's inputs shows the workflow, where that can be edited. */
function InputsBox({ node, graph, view }: Pick<NodeInspectorProps, 'node' | 'graph' | 'view'>) {
  const { settings, readOnly } = view.file;
  if (settings === null || readOnly !== null) return <Inputs node={node} />;
  return <WorkflowForm settings={settings} graph={graph} view={view} />;
}

function NodeDefinition({ node, graph, view }: Omit<NodeInspectorProps, 'onClose'>) {
  const host = useHost();
  const inspection = useInspection(node.id, view);
  const problems = useProblems(view);
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
        <>
          <NodeProblems node={node} placed={problems} unplaced={problemsOfNode(problems, inspection.value)} />
          <NodeForm node={node} graph={graph} inspection={inspection.value} problems={problems} />
        </>
      ) : (
        <>
          <NodeProblems node={node} placed={[]} unplaced={[]} />
          <Definition
            inspection={inspection.value}
            onOpenSource={() => void host.requests.tell(openSource, { nodeId: node.id })}
          />
        </>
      );
  }
}

interface NodeProblemsProps {
  readonly node: GraphNode;
  /** Those whose place is known: a field shows them, or they are among `unplaced`. */
  readonly placed: readonly PlacedProblem[];
  readonly unplaced: readonly PlacedProblem[];
}

/** What is wrong with the node as a whole. */
function NodeProblems({ node, placed, unplaced }: NodeProblemsProps) {
  const known = new Set(placed.map(({ problem }) => problem.message));
  const others = node.problems.filter(({ message }) => !known.has(message));
  if (others.length === 0 && unplaced.length === 0) return null;
  return (
    <section className="node-problems" aria-label="Problems">
      {problemMessages(unplaced)}
      {others.map(({ message, severity }) => (
        <FieldMessage key={message} severity={severity}>
          <Sentence text={message} />
        </FieldMessage>
      ))}
    </section>
  );
}
