import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { RunAnnouncer } from './banner/RunAnnouncer';
import { useHost } from './host';
import { Canvas, type Reveal } from './canvas/Canvas';
import { Loading } from './canvas/Loading';
import type { Graph } from '../../model/workflow/graph';
import { renameBetween, type Rename } from '../../model/workflow/renameBetween';
import type { MemoryStore } from './memory';
import type { EditorStore } from './model/editorStore';
import { selectionAfter } from './model/selection';
import { stageOf } from './model/stage';
import { Notice } from '../ui/Notice';
import type { Signal } from '../signal';

interface EditorProps {
  readonly store: EditorStore;
  readonly memory: MemoryStore;
  /** Sentences about what did not work. */
  readonly notices: Signal<string>;
  /** Ids of nodes to select and bring into view. */
  readonly reveals: Signal<string>;
}

// Chunks of their own: the canvas paints first, and seldom gives its place away.
const Banner = lazy(async () => ({ default: (await import('./banner/Banner')).Banner }));
const EmptyState = lazy(async () => ({ default: (await import('./canvas/EmptyState')).EmptyState }));
const Inspector = lazy(async () => ({ default: (await import('./inspector/Inspector')).Inspector }));
const Timeline = lazy(async () => ({ default: (await import('./timeline/Timeline')).Timeline }));

type OpenedBy = 'pointer' | 'key';

interface Seen {
  readonly graph: Graph | null;
  readonly renamed: Rename | null;
}

/** The whole editor: banner, canvas or what stands in its place, inspector. */
export function Editor({ store, memory, notices, reveals }: EditorProps) {
  const view = useSyncExternalStore(store.subscribe, store.current);
  const [notice, setNotice] = useState<string | null>(null);
  const [selected, setSelected] = useState<readonly string[]>(() => memory.recall().selected);
  /** The last graph, and the node that has another id in it than in the one before. */
  const [seen, setSeen] = useState<Seen>({ graph: null, renamed: null });
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const [opened, setOpened] = useState<OpenedBy | null>(() =>
    memory.recall().selected.length === 1 ? 'pointer' : null,
  );

  const select = (ids: readonly string[], by: OpenedBy | null = 'pointer'): void => {
    setSelected(ids);
    setOpened(ids.length === 1 ? by : null);
  };
  useEffect(() => memory.remember({ selected: [...selected] }), [memory, selected]);
  useEffect(() => notices.listen(setNotice), [notices]);
  const { timeline } = useHost();
  const [hasTimeline, setTimeline] = useState(() => memory.recall().isTimelineOpen);
  useEffect(() => memory.remember({ isTimelineOpen: hasTimeline }), [memory, hasTimeline]);
  useEffect(() => timeline.listen((wish) => setTimeline((isOpen) => wish === 'show' || !isOpen)), [timeline]);
  useEffect(
    () =>
      reveals.listen((nodeId) => {
        select([nodeId]);
        setReveal({ nodeId, focus: 'leave' });
      }),
    // `select` only writes; a new one each render is the same to the listener.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [reveals],
  );

  const stage = stageOf(view);
  const graph = stage.kind === 'canvas' ? stage.graph : null;
  if (graph !== null && graph !== seen.graph) {
    const renamed = seen.graph === null ? null : renameBetween(seen.graph, graph);
    setSeen({ graph, renamed });
    const after = seen.graph === null ? selected : selectionAfter(seen.graph, graph, selected, renamed);
    if (after !== selected) select(after, after.length === 0 ? null : opened);
  }
  // Without a selection it is the workflow itself.
  const inspected = selected[0] ?? null;
  const inspect = (nodeId: string | null, by: OpenedBy): void => {
    if (nodeId !== null) select([nodeId], by);
    else {
      select([]);
      // Asked for again, the workflow's settings go.
      setOpened(opened !== null && inspected === null ? null : by);
    }
  };
  return (
    <div className="editor">
      {view?.loaded && stage.kind !== 'failure' && (
        <Suspense fallback={<div className="banner banner-line" />}>
          <Banner loaded={view.loaded} expectedEnd={view.expectedEnd} />
        </Suspense>
      )}
      {notice !== null && <Notice sentence={notice} onClose={() => setNotice(null)} />}
      <div className="stage">
        {view !== null && stage.kind === 'canvas' ? (
          <Canvas
            view={view}
            graph={stage.graph}
            memory={memory}
            selected={selected}
            reveal={reveal}
            // To select is not to inspect: an inspector that is open shows the other node, a closed one stays closed.
            onSelect={(ids) => select(ids, opened)}
            onInspect={inspect}
          />
        ) : (
          stage.kind === 'loading' && <Loading what={stage.what} />
        )}
        {stage.kind !== 'canvas' && stage.kind !== 'loading' && (
          <Suspense fallback={null}>
            <EmptyState stage={stage} />
          </Suspense>
        )}
        {view !== null && stage.kind === 'canvas' && opened !== null && (
          <Suspense fallback={null}>
            <Inspector
              graph={stage.graph}
              nodeId={inspected}
              view={view}
              memory={memory}
              openedBy={opened}
              renamed={seen.renamed}
              onShow={(ids) => {
                select(ids, opened);
                if (ids[0] !== undefined) setReveal({ nodeId: ids[0], focus: 'leave' });
              }}
              onClose={() => {
                setOpened(null);
                if (inspected !== null) setReveal({ nodeId: inspected, focus: 'take' });
              }}
            />
          </Suspense>
        )}
      </div>
      {view?.loaded && stage.kind === 'canvas' && hasTimeline && (
        <Suspense fallback={null}>
          <Timeline
            view={view}
            memory={memory}
            selected={selected}
            onShow={(nodeId) => {
              select([nodeId]);
              setReveal({ nodeId, focus: 'leave' });
            }}
            onClose={() => setTimeline(false)}
          />
        </Suspense>
      )}
      <RunAnnouncer loaded={view?.loaded ?? null} />
    </div>
  );
}
