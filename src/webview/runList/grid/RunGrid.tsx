/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows are placed one by one, which those of a table cannot be */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useMemo, type RefObject } from 'react';
import type { RunSummary } from '../../../model/run/run';
import { isActive } from '../../../model/run/status';
import type { ListOrder, ListScope } from '../../../protocol/runList';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { ProgressRing } from '../../ui/ProgressRing';
import { arrivalsInWords } from '../model/arrivals';
import { columnsFor, columnTracks } from '../model/columns';
import type { MorePhase } from '../model/listState';
import type { ListSelection } from '../model/selection';
import { GridHeader } from './GridHeader';
import { rowHeight } from './rowHeight';
import { cellId, RunRow } from './RunRow';
import { useAnchor } from './useAnchor';
import { useArrivals } from './useArrivals';
import { useGridInput, type GridActions } from './useGridInput';
import { useMinute } from './useMinute';
import { useWidth } from './useWidth';

interface RunGridProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly runs: readonly RunSummary[];
  /** Runs of the list, those not read yet among them; null: nobody knows. */
  readonly total: number | null;
  readonly more: MorePhase;
  readonly choice: number;
  readonly order: ListOrder;
  readonly scope: ListScope;
  readonly state: 'loading' | 'ready';
  readonly selection: ListSelection;
  readonly actions: GridActions;
  readonly onTurn: () => void;
  readonly onReadMore: () => void;
  readonly onScroll: (topRow: number) => void;
}

/** Rows beyond the edges of what is in sight. */
const overscan = 4;
/** So many rows before the last one the next page is asked for. */
const readAhead = 40;

/** The runs as a grid of which only the rows in sight are in the page. */
export function RunGrid(props: RunGridProps) {
  const { scroller, runs, total, more, choice, order, scope, state, selection, actions, onReadMore, onScroll } = props;
  const columns = useMemo(() => columnsFor(0, scope), [scope]);
  const width = useWidth(scroller);
  const shown = useMemo(() => (width === 0 ? columns : columnsFor(width, scope)), [columns, width, scope]);
  const tracks = columnTracks(shown);
  const now = useMinute();
  const focusedRow = useMemo(
    () => (selection.focused === null ? -1 : runs.findIndex(({ id }) => id === selection.focused)),
    [runs, selection.focused],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing that it gives is kept from one drawing to the next
  const virtual = useVirtualizer({
    count: runs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => runs[index]?.id ?? index,
    overscan,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    // The row of the keyboard is always in the page, so that it can be spoken of.
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), focusedRow, range),
  });
  useAnchor(scroller, runs, choice);
  const { events, onKeyDown, onFocus, cell } = useGridInput({
    runs,
    selection,
    columns: shown,
    focusedRow,
    virtual,
    actions,
  });

  const items = virtual.getVirtualItems();
  const lastInSight = virtual.range?.endIndex ?? 0;
  const firstInSight = virtual.range?.startIndex ?? 0;
  const arrivals = useArrivals(runs, choice, firstInSight, (virtual.scrollOffset ?? 0) > 0 ? 'below' : 'top');
  const goToTop = (): void => {
    scroller.current?.scrollTo({ top: 0 });
    scroller.current?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (lastInSight >= runs.length - readAhead && more.kind === 'idle' && state === 'ready') onReadMore();
  }, [lastInSight, runs.length, more.kind, state, onReadMore]);
  useEffect(() => onScroll(firstInSight), [firstInSight, onScroll]);

  const lastActive = useMemo(() => runs.findLastIndex(({ status }) => isActive(status)), [runs]);
  const isGroupEnd = (index: number): boolean => index === lastActive && index < runs.length - 1;
  return (
    <div className="grid-frame">
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        className={`grid ${state}`}
        aria-label="Runs"
        aria-busy={state === 'loading'}
        aria-multiselectable="true"
        aria-rowcount={total === null ? -1 : Math.max(total, runs.length) + 1}
        aria-colcount={shown.length}
        aria-activedescendant={
          selection.focused !== null && focusedRow >= 0 ? cellId(selection.focused, cell) : undefined
        }
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <GridHeader columns={shown} tracks={tracks} order={order} onTurn={props.onTurn} />
        <div role="rowgroup" className="grid-body" style={{ height: runs.length * rowHeight }}>
          {items.map(({ index, key }) => {
            const run = runs[index];
            return (
              run && (
                <RunRow
                  key={key}
                  run={run}
                  index={index}
                  top={index * rowHeight}
                  columns={shown}
                  tracks={tracks}
                  now={now}
                  mark={selection.selected.has(run.id) ? 'selected' : 'none'}
                  focus={index === focusedRow ? cell : null}
                  isLastActive={isGroupEnd(index) ? 'yes' : 'no'}
                  events={events}
                />
              )
            );
          })}
        </div>
        {more.kind === 'loading' && (
          <div className="grid-more" role="presentation">
            <ProgressRing /> Reading more runs…
          </div>
        )}
        {more.kind === 'failed' && (
          <div className="grid-more" role="presentation">
            <span>{more.sentence}</span> <Button onClick={onReadMore}>Retry</Button>
          </div>
        )}
      </div>
      <output className="arrivals">
        {arrivals > 0 && (
          <button type="button" title="Go to the top of the list" onClick={goToTop}>
            <Icon name="arrow-up" />
            {arrivalsInWords(arrivals)}
          </button>
        )}
      </output>
    </div>
  );
}

function withRow(rows: number[], row: number, { count }: Range): number[] {
  if (row < 0 || row >= count || rows.includes(row)) return rows;
  return [...rows, row].sort((one, other) => one - other);
}
