import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Comparison } from '../../model/compare/comparison';
import type { CompareState } from '../../protocol/compare';
import { IconButton } from '../ui/IconButton';
import { CompareCanvas } from './canvas/CompareCanvas';
import { Details } from './details/Details';
import { DifferenceList } from './DifferenceList';
import type { MemoryStore } from './memory';
import { differingGraph } from './model/compareFlow';
import type { NodeRuns } from './model/nodeRuns';
import { itemAfter, listGroups, nodeItemId, selectedPath } from './model/listItems';

interface CompareViewProps {
  readonly state: CompareState;
  readonly comparison: Comparison;
  readonly nodes: NodeRuns;
  readonly memory: MemoryStore;
}

/** What differs: in a sentence, as a list, on the canvas, and value by value for what is selected. */
export function CompareView({ state, comparison, nodes, memory }: CompareViewProps) {
  const [selected, setSelected] = useState<string | null>(() => memory.recall().selected);
  const [shown, setShown] = useState(() => memory.recall().shown);
  const [reveal, setReveal] = useState<{ readonly nodeId: string } | null>(null);
  const groups = useMemo(() => listGroups(comparison), [comparison]);
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const { graph } = comparison;
  const drawn = useMemo(
    () => (shown === 'all' ? graph : differingGraph(graph, comparison)),
    [shown, graph, comparison],
  );

  const select = (id: string | null, from: 'list' | 'canvas'): void => {
    setSelected(id);
    memory.remember({ selected: id });
    const [nodeId] = selectedPath(id)?.split('/') ?? [];
    if (from === 'list' && nodeId !== undefined) setReveal({ nodeId });
  };
  const step = (by: 1 | -1): void => {
    const next = itemAfter(items, selected, by);
    if (next !== undefined) select(next.id, 'list');
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const isNext = event.key === 'F7' || (event.key === 'F5' && event.altKey);
    if (!isNext) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const toggle = (): void => {
    const next = shown === 'all' ? 'differences' : 'all';
    setShown(next);
    memory.remember({ shown: next });
  };
  return (
    <>
      <div className="summary">
        <p>
          {comparison.summary}
          {state.note !== null && <span className="quiet"> {state.note}</span>}
        </p>
        <span className="tools">
          <IconButton
            icon="filter"
            label="Only Differences on the Canvas"
            aria-pressed={shown === 'differences'}
            onClick={toggle}
          />
          <IconButton icon="arrow-up" label="Previous Difference (Shift+F7 or Shift+Alt+F5)" onClick={() => step(-1)} />
          <IconButton icon="arrow-down" label="Next Difference (F7 or Alt+F5)" onClick={() => step(1)} />
        </span>
      </div>
      <div className="compared-parts">
        <DifferenceList
          groups={groups}
          selected={selected}
          isLive={state.sides.left.kind === 'live' || state.sides.right.kind === 'live'}
          onSelect={(id) => select(id, 'list')}
        />
        <div className="compared-stage">
          <CompareCanvas
            graph={drawn}
            comparison={comparison}
            left={nodes.left}
            right={nodes.right}
            memory={memory}
            selected={selectedPath(selected)?.split('/')[0] ?? null}
            reveal={reveal}
            onSelect={(id) => select(id === null ? null : nodeItemId(id), 'canvas')}
          />
          <Details
            state={state}
            comparison={comparison}
            nodes={nodes}
            item={items.find(({ id }) => id === selected) ?? null}
            selected={selected}
            onClose={() => select(null, 'canvas')}
          />
        </div>
      </div>
      <output className="for-screen-readers" aria-live="polite">
        {comparison.summary}
      </output>
    </>
  );
}
