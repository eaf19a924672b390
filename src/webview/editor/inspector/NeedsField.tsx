import type { ReactNode } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import { IconButton } from '../../ui/IconButton';
import { useEdit } from '../authoring/useEdit';
import { Row } from './fields/Row';
import type { InspectedNode } from './model/nodeFields';
import { useSources } from './useSources';

interface NeedsFieldProps {
  readonly inspected: InspectedNode;
  readonly graph: Graph;
  readonly messages: ReactNode;
}

/** The nodes that come before without handing anything on. */
export function NeedsField({ inspected: { node, inspection }, graph, messages }: NeedsFieldProps) {
  const edit = useEdit();
  const titles = new Map(graph.nodes.map(({ id, title }) => [id, title]));
  const fitting = useSources('node', node.id, null, graph).filter(
    (fit) => fit.order && !inspection.needs.includes(fit.nodeId),
  );
  return (
    <Row label="Runs after" messages={messages}>
      {({ id, describedBy }) => (
        <>
          {inspection.needs.length > 0 && (
            <ul className="need-list" aria-label="Runs after">
              {inspection.needs.map((need) => (
                <li key={need}>
                  <span className="need-name" title={titles.get(need) ?? need}>
                    {need}
                  </span>
                  <IconButton
                    icon="trash"
                    label={`Do not wait for ${need}`}
                    onClick={() => void edit({ kind: 'removeNeed', nodeId: node.id, need })}
                  />
                </li>
              ))}
            </ul>
          )}
          <select
            id={id}
            className="choice-control"
            aria-describedby={describedBy}
            value=""
            onChange={(event) => void edit({ kind: 'addNeed', nodeId: node.id, need: event.target.value })}
          >
            <option value="" disabled>
              {fitting.length === 0 ? 'No other node can' : 'Add a node…'}
            </option>
            {fitting.map(({ nodeId }) => (
              <option key={nodeId} value={nodeId}>
                {titles.get(nodeId) === nodeId ? nodeId : `${titles.get(nodeId) ?? nodeId} (${nodeId})`}
              </option>
            ))}
          </select>
        </>
      )}
    </Row>
  );
}
