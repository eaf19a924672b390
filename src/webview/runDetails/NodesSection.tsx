import { useMemo, useState } from 'react';
import type { UsualNode } from '../../model/history/slowNode';
import type { NodeAttempts } from '../../model/run/attempt';
import { hasFailed, type NodeRow } from '../../model/run/shownRun';
import { Icon } from '../ui/Icon';
import type { MemoryStore } from './memory';
import { NodeList } from './NodeList';
import { Section } from './Section';

interface NodesSectionProps {
  readonly runId: string;
  readonly nodes: readonly NodeRow[];
  /** Of the nodes that had more than one, as far as it is known. */
  readonly attempts: readonly NodeAttempts[] | null;
  /** How long nodes usually take, as far as it is known. */
  readonly usual: readonly UsualNode[] | null;
  readonly memory: MemoryStore;
}

/** The nodes of the run, in the order of the file; those that failed alone on request. */
export function NodesSection({ runId, nodes, attempts, usual, memory }: NodesSectionProps) {
  const [wanted, setWanted] = useState(() => memory.recall().nodes);
  const failed = nodes.filter(hasFailed);
  const attemptsOf = useMemo(() => new Map(attempts?.map((node) => [node.nodeId, node.attempts])), [attempts]);
  const usualOf = useMemo(() => new Map(usual?.map((node) => [node.id, node])), [usual]);
  // A filter that would leave nothing is not offered, and not in effect.
  const isFiltered = wanted === 'failed' && failed.length > 0;
  const toggle = (): void => {
    const next = isFiltered ? 'all' : 'failed';
    memory.remember({ nodes: next });
    setWanted(next);
  };
  return (
    <Section
      title="Nodes"
      count={isFiltered ? `${failed.length} of ${nodes.length}` : String(nodes.length)}
      memory={memory}
    >
      {failed.length > 0 && (
        <button type="button" className="filter" aria-pressed={isFiltered} onClick={toggle}>
          <Icon name="filter" />
          Failed only ({failed.length})
        </button>
      )}
      <NodeList
        key={isFiltered ? 'failed' : 'all'}
        runId={runId}
        nodes={isFiltered ? failed : nodes}
        attempts={attemptsOf}
        usual={usualOf}
        nesting={isFiltered ? 'flat' : 'nested'}
      />
    </Section>
  );
}
