import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { openRows, type Timeline, type TimelineRow as Row } from '../../../model/run/timeline/timeline';
import { axisHeight, rowHeight } from './model/heights';
import { moveIn } from './model/rowKeys';
import { placeIn, ticksOf, wholeWindow, type TimeWindow } from './model/timeWindow';
import { rowIdOf, TimelineRow } from './TimelineRow';
import { RowTip } from './RowTip';
import { useTimeWheel } from './useTimeWheel';
import { useViewportOf } from './useViewportOf';

/** Rows drawn beyond the border, for a scroll that is under way. */
const spare = 4;

interface TimelineTreeProps {
  /** The rows are there. */
  readonly onEnter: (rows: HTMLElement) => void;
  readonly timeline: Timeline;
  /** Null: the whole run. */
  readonly window: TimeWindow | null;
  readonly selected: readonly string[];
  /** A node of the canvas is to be seen, and of which attempt the log; null: of the newest. */
  readonly onShow: (nodeId: string, attempt: number | null) => void;
  /** The node at this path is inside of a module, on whose own canvas it is to be seen. */
  readonly onOpen: (path: string) => void;
  readonly onZoom: (factor: number, place?: number) => void;
  readonly onPan: (part: number) => void;
  readonly onFit: () => void;
  readonly onClose: () => void;
}

/** Node of the workflow's own canvas that a node inside of a module belongs to. */
function onCanvas(path: string): string {
  return path.split('/')[0] ?? path;
}

/** The rows under their axis; of thousands only those in sight are in the page. */
export function TimelineTree(props: TimelineTreeProps) {
  const { onEnter, timeline, window, selected, onShow, onOpen, onZoom, onPan, onFit, onClose } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [tipped, setTipped] = useState<string | null>(null);
  const { top, height, plotWidth, plotLeft } = useViewportOf(box);
  const rows = useMemo(() => openRows(timeline.rows, closed), [timeline.rows, closed]);
  const at = Math.max(0, active === null ? 0 : rows.findIndex(({ path }) => path === active));
  const shown = window ?? wholeWindow(timeline);
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + spare);

  const enter = useEffectEvent(() => {
    if (box.current !== null) onEnter(box.current);
  });
  useEffect(() => enter(), []);
  useTimeWheel(box, plotLeft, plotWidth, onZoom, onPan);

  const bringIntoSight = (index: number): void => {
    const element = box.current;
    if (element === null) return;
    const y = index * rowHeight;
    const visible = element.clientHeight - axisHeight;
    if (y < element.scrollTop) element.scrollTop = y;
    else if (y + rowHeight > element.scrollTop + visible) element.scrollTop = y + rowHeight - visible;
  };
  // A selection on the canvas brings its row into sight; a click on a row finds it there already.
  const chosen = selected.length === 1 ? selected[0] : undefined;
  const seen = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (chosen === undefined || chosen === seen.current) return;
    seen.current = chosen;
    if (active !== null && onCanvas(active) === chosen) return;
    const index = rows.findIndex(({ path }) => path === chosen);
    if (index < 0) return;
    // The canvas has selected it: that comes from outside.
    // oxlint-disable-next-line react/set-state-in-effect
    setActive(chosen);
    bringIntoSight(index);
    // Only what is selected brings a row into sight, not a new function.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [chosen, active, rows]);
  useEffect(() => {
    if (chosen === undefined) seen.current = undefined;
  }, [chosen]);

  const toggle = (path: string): void =>
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(path)) after.add(path);
      return after;
    });
  const goTo = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    setActive(row.path);
    setTipped(row.path);
    bringIntoSight(index);
  };
  const show = (row: Row, attempt: number | null): void => {
    setActive(row.path);
    onShow(onCanvas(row.path), attempt === row.attempt ? null : attempt);
  };
  const open = ({ path, module }: Row): void => {
    if (module !== null) onOpen(path);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isMod = event.ctrlKey || event.metaKey;
    if ((isMod && event.key !== 'Enter') || event.altKey) return;
    const row = rows[at];
    const page = Math.max(1, Math.floor((height - axisHeight) / rowHeight) - 1);
    const done = moveIn({ key: isMod ? 'Mod+Enter' : event.key, shift: event.shiftKey, rows, at, page, closed });
    switch (done?.kind) {
      case 'go':
        goTo(done.index);
        break;
      case 'toggle':
        if (row !== undefined) toggle(row.path);
        break;
      case 'show':
        if (row !== undefined) show(row, null);
        break;
      case 'open':
        if (row !== undefined) open(row);
        break;
      case 'zoom':
        onZoom(done.factor);
        break;
      case 'pan':
        onPan(done.part);
        break;
      case 'fit':
        onFit();
        break;
      case 'leave':
        if (tipped === null) onClose();
        else setTipped(null);
        break;
      case 'close':
        onClose();
        break;
      case undefined:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const tip = rows.find(({ path }) => path === tipped);
  const tipAt = tip === undefined ? -1 : rows.indexOf(tip);
  const ticks = ticksOf(shown, timeline.start, plotWidth);
  const nowPlace = timeline.isLive ? placeIn(shown, timeline.end) : null;
  const chosenNodes = new Set(selected);
  return (
    <>
      <div
        ref={box}
        className="timeline-rows"
        role="tree"
        aria-label="Nodes in the order of their start"
        aria-activedescendant={rows.length === 0 ? undefined : rowIdOf(id, rows[at]?.path ?? '')}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setTipped(null)}
        onPointerLeave={() => setTipped(null)}
      >
        <div className="timeline-axis" aria-hidden="true">
          <div className="timeline-plot">
            {ticks.map(({ time, label }) => (
              <span key={time} className="tick" style={{ left: `${placeIn(shown, time) * 100}%` }}>
                {label}
              </span>
            ))}
          </div>
        </div>
        <div className="timeline-space" role="presentation" style={{ height: rows.length * rowHeight }}>
          <div className="timeline-plot timeline-grid" aria-hidden="true">
            {ticks.map(({ time }) => (
              <span key={time} className="grid-line" style={{ left: `${placeIn(shown, time) * 100}%` }} />
            ))}
            {nowPlace !== null && nowPlace >= 0 && nowPlace <= 1 && (
              <span className="now-line" style={{ left: `${nowPlace * 100}%` }} />
            )}
          </div>
          {rows.slice(first, last).map((row, index) => (
            <TimelineRow
              key={row.path}
              treeId={id}
              row={row}
              y={(first + index) * rowHeight}
              window={shown}
              isOpen={row.isModule ? !closed.has(row.path) : null}
              isActive={first + index === at}
              isSelected={chosenNodes.has(row.path)}
              onToggle={toggle}
              onShow={show}
              onOpen={open}
              onHover={setTipped}
            />
          ))}
          {/* Keys may be on a row that was scrolled out of sight. */}
          {rows[at] !== undefined && (at < first || at >= last) && (
            <TimelineRow
              treeId={id}
              row={rows[at]}
              y={at * rowHeight}
              window={shown}
              isOpen={rows[at].isModule ? !closed.has(rows[at].path) : null}
              isActive
              isSelected={chosenNodes.has(rows[at].path)}
              onToggle={toggle}
              onShow={show}
              onOpen={open}
              onHover={setTipped}
            />
          )}
        </div>
      </div>
      {tip !== undefined && (
        <RowTip key={tip.path} row={tip} y={axisHeight + tipAt * rowHeight - top} height={height} left={plotLeft} />
      )}
    </>
  );
}
