/* oxlint-disable jsx-a11y/prefer-tag-over-role -- cells are placed one by one, which those of a table cannot be */
import { useLayoutEffect, useMemo, useState, type KeyboardEvent, type RefObject } from 'react';
import type { HistoryColumn, HistoryRow } from '../../../model/history/grid';
import { popoverPlace } from '../../ui/Popover';
import type { MenuSubject } from '../HistoryMenu';
import { intentOf, type GridSpot } from '../model/gridKeys';
import { longestDurations } from '../model/longest';
import type { Marks } from '../model/marks';
import { slowNodes } from '../model/slowNodes';
import { FocusLine } from './FocusLine';
import { GridRow } from './GridRow';
import { HeadRow } from './HeadRow';
import { scrollToSpot } from './scrollToSpot';
import { sizes } from './sizes';
import { cellId } from './cellId';
import { useSight } from './useSight';
import { useSteadyColumns } from './useSteadyColumns';

/** What the grid does beyond itself. */
export interface GridActions {
  /** Opens a run, with a node selected or none. */
  readonly open: (runId: string, nodeId: string | null) => void;
  /** Shows or hides the nodes inside a module. */
  readonly fold: (path: string) => void;
  readonly openMenu: (subject: MenuSubject) => void;
}

interface HistoryGridProps {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly HistoryRow[];
  readonly columns: readonly HistoryColumn[];
  readonly collapsed: ReadonlySet<string>;
  readonly marks: Marks;
  readonly actions: GridActions;
}

/** Where the keyboard stands, by what is there: rows and columns come and go. */
interface Focus {
  /** Path of the node; null: the runs on top. */
  readonly path: string | null;
  /** Null: the names of the nodes. */
  readonly runId: string | null;
}

/** Nodes by runs; only the cells in sight are in the page. */
export function HistoryGrid({ scroller, rows, columns, collapsed, marks, actions }: HistoryGridProps) {
  const [focus, setFocus] = useState<Focus | null>(null);
  const spot = useMemo(() => spotOf(focus, rows, columns), [focus, rows, columns]);
  const sight = useSight(scroller, rows.length, columns.length);
  const longest = useMemo(() => longestDurations(columns), [columns]);
  const slow = useMemo(() => slowNodes(columns), [columns]);
  useSteadyColumns(scroller, columns);
  useMarksInSight(scroller, columns, marks);

  const goTo = (next: GridSpot): void => {
    const path = rows[next.row]?.path ?? null;
    const runId = columns[next.column]?.run.run.id ?? null;
    setFocus({ path, runId });
    scrollToSpot(scroller.current, next);
  };
  const row = rows[spot.row] ?? null;
  const column = columns[spot.column] ?? null;
  const openMenu = (at: GridSpot, element: Element | null): void => {
    const [ofRow, ofColumn] = [rows[at.row] ?? null, columns[at.column] ?? null];
    if (element === null || (ofRow === null && ofColumn === null)) return;
    actions.openMenu({ row: ofRow, run: ofColumn?.run.run ?? null, place: popoverPlace(element) });
  };
  const open = (at: GridSpot): void => {
    const run = columns[at.column]?.run;
    const path = rows[at.row]?.path ?? null;
    if (run === undefined) return;
    // A node that this version does not have cannot be selected in it.
    actions.open(run.run.id, path !== null && run.list.placeOf.has(path) ? path : null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const module = row?.hasInside === true ? (collapsed.has(row.path) ? 'closed' : 'open') : null;
    const size = { rows: rows.length, columns: columns.length, pageRows: sight.pageRows, module } as const;
    const intent = intentOf(event, spot, size);
    if (intent === null) return;
    event.preventDefault();
    event.stopPropagation();
    switch (intent.kind) {
      case 'go':
        return goTo(intent.spot);
      case 'open':
        return open(spot);
      case 'fold':
        return row === null ? undefined : actions.fold(row.path);
      case 'menu':
        return openMenu(spot, document.getElementById(cellId(spot)));
    }
  };
  const events = {
    onClick: (at: GridSpot): void => {
      goTo(at);
      scroller.current?.focus({ preventScroll: true });
    },
    onOpen: open,
    onFold: (at: GridSpot): void => {
      const path = rows[at.row]?.path;
      if (path !== undefined) actions.fold(path);
    },
    onMenu: openMenu,
  };
  const shownRows = lines(sight.rows, spot.row, rows.length);
  const shownColumns = lines(sight.columns, spot.column, columns.length);
  return (
    <>
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        className="history-grid"
        aria-label="Nodes by runs"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={focus === null ? undefined : cellId(spot)}
        onKeyDown={onKeyDown}
        onFocus={() => focus === null && goTo(spot)}
      >
        <div
          className="history-sheet"
          role="presentation"
          style={{
            width: sizes.names + columns.length * sizes.column,
            height: sizes.head + rows.length * sizes.row,
          }}
        >
          <HeadRow columns={columns} shown={shownColumns} marks={marks} focus={spot} events={events} />
          {shownRows.map((index) => {
            const shown = rows[index];
            return (
              shown && (
                <GridRow
                  key={shown.path}
                  row={shown}
                  index={index}
                  fold={shown.hasInside ? (collapsed.has(shown.path) ? 'closed' : 'open') : null}
                  columns={columns}
                  shown={shownColumns}
                  marks={marks}
                  longest={longest.get(shown.path) ?? 0}
                  slowNodes={slow}
                  focus={spot}
                  events={events}
                />
              )
            );
          })}
        </div>
      </div>
      <FocusLine
        row={row}
        column={focus === null ? null : column}
        slow={row === null || column === null ? null : slow(column.run, row.path)}
      />
    </>
  );
}

/** The runs' row, at the newest, until one has been somewhere; a run or node that is gone hands on to its neighbours. */
function spotOf(focus: Focus | null, rows: readonly HistoryRow[], columns: readonly HistoryColumn[]): GridSpot {
  if (focus === null) return { row: -1, column: columns.length - 1 };
  const row = focus.path === null ? -1 : nearestRow(focus.path, rows);
  const column = focus.runId === null ? -1 : columns.findLastIndex(({ run }) => run.run.id <= (focus.runId ?? ''));
  return { row, column: row < 0 ? Math.max(0, column) : column };
}

/** The row of the node, or of the module that it is hidden in. */
function nearestRow(path: string, rows: readonly HistoryRow[]): number {
  const found = rows.findIndex((row) => row.path === path);
  const slash = path.lastIndexOf('/');
  return found >= 0 || slash < 0 ? found : nearestRow(path.slice(0, slash), rows);
}

/** Those in sight and that of the keyboard, which is always in the page so that it can be spoken of. */
function lines({ from, to }: { readonly from: number; readonly to: number }, focused: number, count: number): number[] {
  const shown = Array.from({ length: to - from }, (_, line) => from + line);
  if (focused < 0 || focused >= count || (focused >= from && focused < to)) return shown;
  return [...shown, focused].sort((one, other) => one - other);
}

/** Brings the columns that a finding is about into sight, once. */
function useMarksInSight(
  scroller: RefObject<HTMLDivElement | null>,
  columns: readonly HistoryColumn[],
  marks: Marks,
): void {
  const [firstMarked] = marks.keys();
  useLayoutEffect(() => {
    const column = columns.findIndex(({ run }) => run.run.id === firstMarked);
    if (column >= 0) scrollToSpot(scroller.current, { row: -1, column });
    // Not again when runs come.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scroller, firstMarked]);
}
