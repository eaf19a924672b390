import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { RunAction } from '../../../model/run/actions';
import { allows } from '../../../model/run/actions';
import type { RunSummary } from '../../../model/run/run';
import type { Column } from '../model/columns';
import { intentOf, type GridIntent } from '../model/gridKeys';
import { withAll, withRow, type ListSelection } from '../model/selection';
import { popoverPlace, type PopoverPlace } from '../../ui/Popover';
import { cellId, type RowEvents } from './RunRow';

/** What the grid does beyond itself. */
export interface GridActions {
  readonly select: (selection: ListSelection) => void;
  readonly openRun: (run: RunSummary) => void;
  readonly openWorkflow: (run: RunSummary) => void;
  readonly perform: (action: RunAction, runIds: readonly string[]) => void;
  /** Opens the menu for the runs. */
  readonly openMenu: (runs: readonly RunSummary[], place: PopoverPlace) => void;
}

interface GridInput {
  readonly runs: readonly RunSummary[];
  readonly selection: ListSelection;
  readonly columns: readonly Column[];
  /** -1: the keyboard stands on no row. */
  readonly focusedRow: number;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly actions: GridActions;
}

/** Mouse and keys of the grid. `cell` is the cell of the focused row that the keyboard stands on; -1: the row. */
export function useGridInput(input: GridInput): {
  readonly events: RowEvents;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly cell: number;
} {
  const [chosenCell, setCell] = useState(-1);
  const cell = Math.min(chosenCell, input.columns.length - 1);
  // Rows are drawn again only for what they show: what they call reads the newest.
  const latest = useRef(input);
  useLayoutEffect(() => {
    latest.current = input;
  });

  const events = useMemo((): RowEvents => {
    const onRun = (index: number, act: (run: RunSummary) => void): void => {
      const run = latest.current.runs[index];
      if (run === undefined) return;
      takeFocus(latest.current);
      select(latest.current, index, 'replace');
      act(run);
    };
    return {
      onClick: (index, event) => {
        setCell(-1);
        takeFocus(latest.current);
        select(
          latest.current,
          index,
          event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'replace',
        );
      },
      onOpenRun: (index) => onRun(index, latest.current.actions.openRun),
      onOpenWorkflow: (index) => onRun(index, latest.current.actions.openWorkflow),
      onMenu: (index, place) => openMenu(latest.current, index, place),
    };
  }, []);

  const obey = (intent: GridIntent): void => {
    const { runs, selection, focusedRow, virtual, actions } = input;
    const run = runs[focusedRow];
    switch (intent.kind) {
      case 'row':
        select(input, intent.row, intent.change);
        virtual.scrollToIndex(intent.row);
        return;
      case 'cell':
        return setCell(intent.cell);
      case 'openRun':
        return run && actions.openRun(run);
      case 'openWorkflow':
        return run && actions.openWorkflow(run);
      case 'menu': {
        const element = run && document.getElementById(cellId(run.id, cell));
        return element ? openMenu(input, focusedRow, popoverPlace(element)) : undefined;
      }
      case 'selectAll':
        return actions.select(
          withAll(
            selection,
            runs.map(({ id }) => id),
          ),
        );
      case 'clearSelection':
        return actions.select({ ...selection, selected: new Set() });
      case 'action':
        return actOn(input, intent.action);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const intent = intentOf(event, {
      row: input.focusedRow,
      rowCount: input.runs.length,
      pageRows: rowsInSight(input.virtual),
      cell,
      columns: input.columns.map(({ name }) => name),
    });
    if (intent === null || input.runs.length === 0) return;
    event.preventDefault();
    // VS Code has keys of its own for these, which are not meant while the grid has the focus.
    event.stopPropagation();
    obey(intent);
  };
  const onFocus = (): void => {
    // The keyboard stands somewhere as soon as it is here.
    if (input.focusedRow < 0) select(input, firstInSight(input.virtual), 'focus');
  };
  return { events, onKeyDown, onFocus, cell };
}

/** A click on a button inside of a row would keep it, and the keys with it. */
function takeFocus({ virtual }: GridInput): void {
  virtual.scrollElement?.focus({ preventScroll: true });
}

function select({ runs, selection, actions }: GridInput, index: number, change: Parameters<typeof withRow>[3]): void {
  actions.select(
    withRow(
      selection,
      runs.map(({ id }) => id),
      index,
      change,
    ),
  );
}

/** For all selected runs when the row is one of them, else for the row, which is selected then. */
function openMenu(input: GridInput, index: number, place: PopoverPlace): void {
  const run = input.runs[index];
  if (run === undefined) return;
  const { selected } = input.selection;
  if (!selected.has(run.id)) select(input, index, 'replace');
  input.actions.openMenu(selected.has(run.id) ? input.runs.filter(({ id }) => selected.has(id)) : [run], place);
}

function actOn({ runs, selection, focusedRow, actions }: GridInput, action: 'rename' | 'delete'): void {
  const run = runs[focusedRow];
  if (run === undefined) return;
  const isAmong = action === 'delete' && selection.selected.has(run.id);
  const meant = isAmong ? runs.filter(({ id }) => selection.selected.has(id)) : [run];
  const able = meant.filter((one) => allows(one, action));
  // None of them: the command says why.
  actions.perform(
    action,
    (able.length === 0 ? meant : able).map(({ id }) => id),
  );
}

function firstInSight({ range }: Virtualizer<HTMLDivElement, Element>): number {
  return range?.startIndex ?? 0;
}

function rowsInSight({ range }: Virtualizer<HTMLDivElement, Element>): number {
  return range === null ? 1 : Math.max(1, range.endIndex - range.startIndex - 1);
}
