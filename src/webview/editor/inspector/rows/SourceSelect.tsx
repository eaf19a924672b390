import { inputsNodeId, type Graph } from '../../../../model/workflow/graph';
import { useSources } from '../useSources';

interface SourceSelectProps {
  readonly graph: Graph;
  readonly nodeId: string;
  /** Null: an input that is still to be made. */
  readonly input: string | null;
  /** As the file writes it, such as `packages.list`; empty: none yet. */
  readonly value: string;
  readonly name: string;
  readonly isInvalid?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly onChoose: (source: string) => void;
}

/** The wires that fit an input, by the nodes that they come from. */
export function SourceSelect({
  graph,
  nodeId,
  input,
  value,
  name,
  isInvalid,
  describedBy,
  onChoose,
}: SourceSelectProps) {
  const sources = useSources('input', nodeId, input, graph);
  const titles = new Map(graph.nodes.map((node) => [node.id, node.title]));
  const isOffered = sources.some((fit) => fit.ports.some((port) => `${fit.nodeId}.${port}` === value));
  return (
    <select
      className="choice-control"
      aria-label={name}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      title={value}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {!isOffered && (
        <option value={value} disabled={value === ''}>
          {value === '' ? 'Choose where it comes from' : value}
        </option>
      )}
      {sources.map((fit) => (
        <optgroup
          key={fit.nodeId}
          label={fit.nodeId === inputsNodeId ? 'Inputs of the workflow' : (titles.get(fit.nodeId) ?? fit.nodeId)}
        >
          {fit.ports.map((port) => (
            <option key={port} value={`${fit.nodeId}.${port}`}>
              {`${fit.nodeId}.${port}`}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
