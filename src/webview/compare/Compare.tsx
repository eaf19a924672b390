import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { comparisonOf, type ComparedSide } from '../../model/compare/comparison';
import type { ComparedVersions } from '../../model/compare/difference';
import type { NodeRun } from '../../model/run/run';
import type { CompareState, SideView } from '../../protocol/compare';
import type { Signal } from '../signal';
import { Notice } from '../ui/Notice';
import { ProgressRing } from '../ui/ProgressRing';
import { CompareView } from './CompareView';
import { Head } from './Head';
import type { MemoryStore } from './memory';
import type { CompareStore } from './model/compareStore';
import { ObstacleBar, ObstaclePage } from './Obstacles';

interface CompareProps {
  readonly store: CompareStore;
  readonly memory: MemoryStore;
  /** Sentences about what did not work. */
  readonly notices: Signal<string>;
}

/** The whole page: the two sides, and what differs, or why that cannot be said. */
export function Compare({ store, memory, notices }: CompareProps) {
  const state = useSyncExternalStore(store.subscribe, store.current);
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => notices.listen(setNotice), [notices]);
  return (
    <main className="compare">
      {notice !== null && <Notice sentence={notice} onClose={() => setNotice(null)} />}
      {state === undefined ? <Waiting /> : <Loaded state={state} memory={memory} />}
    </main>
  );
}

function Waiting() {
  return (
    <output className="instead quiet">
      <ProgressRing /> Reading both versions…
    </output>
  );
}

function Loaded({ state, memory }: { readonly state: CompareState; readonly memory: MemoryStore }) {
  const { versions, obstacle } = state;
  if (versions !== null) return <WithVersions state={state} versions={versions} memory={memory} />;
  return (
    <>
      <Head state={state} />
      {obstacle === null ? <Waiting /> : <ObstaclePage obstacle={obstacle} />}
    </>
  );
}

interface WithVersionsProps {
  readonly state: CompareState;
  readonly versions: ComparedVersions;
  readonly memory: MemoryStore;
}

function WithVersions({ state, versions, memory }: WithVersionsProps) {
  const { left, right, leftNodes, rightNodes } = state;
  const comparison = useMemo(
    () => comparisonOf(versions, sideOf(left, leftNodes), sideOf(right, rightNodes)),
    [versions, left, right, leftNodes, rightNodes],
  );
  const nodes = useMemo(() => ({ left: byId(leftNodes), right: byId(rightNodes) }), [leftNodes, rightNodes]);
  return (
    <>
      <Head state={state} />
      {state.obstacle !== null && <ObstacleBar obstacle={state.obstacle} />}
      {/* Others begin with nothing selected. */}
      <CompareView
        key={JSON.stringify(state.sides)}
        state={state}
        comparison={comparison}
        nodes={nodes}
        memory={memory}
      />
    </>
  );
}

function sideOf(view: SideView, nodes: readonly NodeRun[]): ComparedSide {
  if (view.kind !== 'run') return { kind: 'live' };
  const { run, inputs } = view;
  return { kind: 'run', run, facts: { inputs, nodes, status: run.status } };
}

function byId(nodes: readonly NodeRun[]): ReadonlyMap<string, NodeRun> {
  return new Map(nodes.map((node) => [node.id, node]));
}
