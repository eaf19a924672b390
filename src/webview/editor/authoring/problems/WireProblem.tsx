import { Panel } from '@xyflow/react';
import type { GraphEdge } from '../../../../model/workflow/graph';
import { Icon } from '../../../ui/Icon';
import { useCanvas } from '../../canvas/canvasHandle';
import { problemsAt } from '../../inspector/model/problemsAt';
import { problemMessages, ShowNodesContext } from '../../inspector/ProblemMessages';
import { useProblems } from '../../inspector/useProblems';

/** What is wrong with the wire that is selected, and what mends it. */
export function WireProblem() {
  const { graph, selectedEdge } = useCanvas();
  const edge = graph.edges.find(({ id }) => id === selectedEdge);
  if (edge?.problem === undefined) return null;
  return (
    <Panel position="top-center" className="fact wire-problem">
      <Mended edge={edge} sentence={edge.problem} />
    </Panel>
  );
}

function Mended({ edge, sentence }: { readonly edge: GraphEdge; readonly sentence: string }) {
  const { view, select, showNode } = useCanvas();
  const placed = useProblems(view);
  const problems =
    edge.targetPort === null ? [] : problemsAt(placed, ['nodes', edge.target, 'inputs', edge.targetPort]);
  if (problems.length === 0) {
    return (
      <>
        <Icon name="error" color="problemsErrorIcon.foreground" />
        <output>{sentence.replaceAll('`', '')}</output>
      </>
    );
  }
  const show = (nodeIds: readonly string[]): void => {
    select(nodeIds);
    if (nodeIds[0] !== undefined) showNode(nodeIds[0]);
  };
  return (
    <ShowNodesContext value={show}>
      <div>{problemMessages(problems)}</div>
    </ShowNodesContext>
  );
}
