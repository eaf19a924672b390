import type { Graph } from '../../../../model/workflow/graph';

interface OutputSourceSelectProps {
  readonly graph: Graph;
  /** As the file writes it; empty: none yet. */
  readonly value: string;
  readonly name: string;
  readonly describedBy?: string | undefined;
  readonly onChoose: (source: string) => void;
}

/** Every output of a node or input of the workflow: a module may hand on any of them. */
export function OutputSourceSelect({ graph, value, name, describedBy, onChoose }: OutputSourceSelectProps) {
  const groups = graph.nodes.filter(({ outputPorts }) => outputPorts.length > 0);
  const isOffered = groups.some((node) => node.outputPorts.some((port) => `${node.id}.${port}` === value));
  return (
    <select
      className="choice-control"
      aria-label={name}
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
      {groups.map((node) => (
        <optgroup key={node.id} label={node.title}>
          {node.outputPorts.map((port) => (
            <option key={port} value={`${node.id}.${port}`}>
              {`${node.id}.${port}`}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
