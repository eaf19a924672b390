import { useEffect, useMemo, useRef, useState } from 'react';
import type { ModulePart } from '../../../model/run/loadedRun';
import type { RunSummary } from '../../../model/run/run';
import { spanOf, timelineOf } from '../../../model/run/timeline/timeline';
import type { TimelineNode } from '../../../model/run/timeline/timelineNodes';
import { IconButton } from '../../ui/IconButton';
import { ProgressRing } from '../../ui/ProgressRing';
import { openInside } from '../../../protocol/timeline';
import { chooseAttempt, loadedKey } from '../attempts/attemptChoice';
import { useAttempts } from '../attempts/useAttempts';
import { useHost } from '../host';
import type { MemoryStore } from '../memory';
import type { EditorView } from '../model/editorView';
import { HeightHandle } from './HeightHandle';
import { fittingHeight } from './model/heights';
import { panned, zoomed, type TimeWindow } from './model/timeWindow';
import { summaryWords } from './model/rowWords';
import { TimelineTree } from './TimelineTree';
import { useClock } from './useClock';
import { useTimelineNodes } from './useTimelineSources';

/** To lay out more of them takes a good part of a frame. */
const manyNodes = 1000;

interface TimelineProps {
  readonly view: EditorView;
  readonly memory: MemoryStore;
  /** Ids of nodes on the canvas. */
  readonly selected: readonly string[];
  readonly onShow: (nodeId: string) => void;
  readonly onClose: () => void;
}

/** The loaded run in time, below the canvas. */
export function Timeline({ view, memory, selected, onShow, onClose }: TimelineProps) {
  const panel = useRef<HTMLElement>(null);
  // A key on the canvas opened it.
  const takesFocus = useRef(Boolean(document.activeElement?.closest('.canvas')));
  const [dragged, setDragged] = useState(() => memory.recall().timelineHeight);
  useEffect(() => memory.remember({ timelineHeight: dragged }), [memory, dragged]);
  const height = dragged ?? fittingHeight(view.nodeRuns.size);
  const run = view.loaded?.run ?? null;
  const enter = (rows: HTMLElement): void => {
    if (takesFocus.current) rows.focus({ preventScroll: true });
    takesFocus.current = false;
  };
  const close = (): void => {
    const hasFocus = panel.current?.contains(document.activeElement) === true;
    if (hasFocus) panel.current?.closest('.editor')?.querySelector<HTMLElement>('.canvas')?.focus();
    onClose();
  };
  return (
    <section ref={panel} className="timeline" aria-label="Timeline" style={{ height }}>
      <HeightHandle height={height} onResize={setDragged} />
      {run === null ? (
        <Empty onClose={close}>Loading the run…</Empty>
      ) : (
        <TimelineOfRun
          key={loadedKey(view.loaded)}
          onEnter={enter}
          run={run}
          view={view}
          selected={selected}
          onShow={onShow}
          onClose={close}
        />
      )}
    </section>
  );
}

interface OfRunProps extends Omit<TimelineProps, 'memory'> {
  readonly run: RunSummary;
  /** The rows are there. */
  readonly onEnter: (rows: HTMLElement) => void;
}

function TimelineOfRun(props: OfRunProps) {
  const { run, onClose } = props;
  const answer = useTimelineNodes(run.id, run.hasSnapshot);
  if (run.status === 'Scheduled') {
    return <Empty onClose={onClose}>This run waits for its time. Its timeline begins when it starts.</Empty>;
  }
  switch (answer.kind) {
    case 'loading':
      return (
        <Empty onClose={onClose}>
          <ProgressRing /> Loading the timeline…
        </Empty>
      );
    case 'failed':
      return <Empty onClose={onClose}>{answer.sentence}</Empty>;
    case 'ready':
      if (answer.nodes === null) {
        return <Empty onClose={onClose}>This run never began, so there is nothing to lay out in time.</Empty>;
      }
      return <Laid {...props} nodes={answer.nodes} />;
  }
}

interface LaidProps extends OfRunProps {
  readonly nodes: readonly TimelineNode[];
}

function Laid({ run, onEnter, nodes, view, selected, onShow, onClose }: LaidProps) {
  const { requests } = useHost();
  const key = loadedKey(view.loaded);
  const part = view.loaded?.part ?? null;
  const attempts = useAttempts(key, view.nodeRuns);
  const span = useMemo(() => spanOf(run, part), [run, part]);
  const isLive = !span.isOver;
  const clock = useClock(isLive ? (nodes.length > manyNodes ? 'slow' : 'live') : 'still');
  // What has ended is not laid out again with the clock.
  const now = isLive ? clock : 0;
  const timeline = useMemo(
    () => timelineOf({ span, nodes, nodeRuns: view.nodeRuns, attempts, now }),
    [span, nodes, view.nodeRuns, attempts, now],
  );
  /** Null: the whole run, however long it gets. */
  const [window, setWindow] = useState<TimeWindow | null>(null);
  const zoom = (factor: number, place = 0.5): void =>
    setWindow((before) => zoomed(before ?? { from: timeline.start, to: timeline.end }, factor, place, timeline));
  const pan = (part: number): void => setWindow((before) => (before === null ? null : panned(before, part, timeline)));
  const words = summaryWords(timeline);
  return (
    <>
      <header className="timeline-head">
        <h2>Timeline</h2>
        <p className="timeline-summary" title={words.join(' · ')}>
          {span.startedAt === null && isLive ? waitingWords(part) : words.join(' · ')}
        </p>
        <span className="timeline-actions">
          <IconButton icon="zoom-in" label="Zoom In on Time" onClick={() => zoom(1.5)} />
          <IconButton icon="zoom-out" label="Zoom Out of Time" onClick={() => zoom(1 / 1.5)} />
          <IconButton icon="screen-full" label="Show the Whole Run" onClick={() => setWindow(null)} />
          <IconButton icon="close" label="Close the Timeline" onClick={onClose} />
        </span>
      </header>
      <TimelineTree
        onEnter={onEnter}
        timeline={timeline}
        window={window}
        selected={selected}
        onShow={(nodeId, attempt) => {
          chooseAttempt({ loaded: key, nodeId, attempt });
          onShow(nodeId);
        }}
        onOpen={(path) => void requests.tell(openInside, { path })}
        onZoom={zoom}
        onPan={pan}
        onFit={() => setWindow(null)}
        onClose={onClose}
      />
    </>
  );
}

function waitingWords(part: ModulePart | null): string {
  return part === null ? 'Waits for a free slot; no node has begun.' : 'The module has not begun.';
}

interface EmptyProps {
  readonly children: React.ReactNode;
  readonly onClose: () => void;
}

/** The panel without rows, and why. */
function Empty({ children, onClose }: EmptyProps) {
  return (
    <>
      <header className="timeline-head">
        <h2>Timeline</h2>
        <span className="timeline-actions">
          <IconButton icon="close" label="Close the Timeline" onClick={onClose} />
        </span>
      </header>
      <output className="timeline-empty">{children}</output>
    </>
  );
}
