import { Panel } from '@xyflow/react';
import { Icon } from '../../../ui/Icon';
import { useCanvas } from '../../canvas/canvasHandle';

/** What is wrong with the wire that is selected. */
export function WireProblem() {
  const { graph, selectedEdge } = useCanvas();
  const problem = graph.edges.find(({ id }) => id === selectedEdge)?.problem;
  if (problem === undefined) return null;
  return (
    <Panel position="top-center" className="fact wire-problem">
      <Icon name="error" color="problemsErrorIcon.foreground" />
      <output>{problem.replaceAll('`', '')}</output>
    </Panel>
  );
}
