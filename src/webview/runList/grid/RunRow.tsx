/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows are placed one by one, which those of a table cannot be */
import { memo, type CSSProperties, type MouseEvent } from 'react';
import type { RunSummary } from '../../../model/run/run';
import type { Column } from '../model/columns';
import { popoverPlace, type PopoverPlace } from '../../ui/Popover';
import { RunCell } from './RunCell';

/** What a row tells the grid. */
export interface RowEvents {
  readonly onClick: (index: number, event: MouseEvent) => void;
  readonly onOpenRun: (index: number) => void;
  readonly onOpenWorkflow: (index: number) => void;
  readonly onMenu: (index: number, place: PopoverPlace) => void;
}

interface RunRowProps {
  readonly run: RunSummary;
  readonly index: number;
  /** Distance from the first row, in pixels. */
  readonly top: number;
  readonly columns: readonly Column[];
  readonly tracks: string;
  readonly now: number;
  readonly mark: 'selected' | 'none';
  /** The row or the cell that the keyboard stands on; null: another row's. */
  readonly focus: number | null;
  readonly isLastActive: 'yes' | 'no';
  readonly events: RowEvents;
}

/** A run as a row; the header is the first of the grid. */
export const RunRow = memo(function RunRow(props: RunRowProps) {
  const { run, index, top, columns, tracks, now, mark, focus, isLastActive, events } = props;
  const style: CSSProperties = { transform: `translateY(${top}px)`, gridTemplateColumns: tracks };
  const withoutModifier = (act: (index: number) => void) => (event: MouseEvent) => {
    // With a modifier it is a click on the row: it selects.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.stopPropagation();
    act(index);
  };
  const classes = ['row', mark, focus === -1 ? 'focused' : '', isLastActive === 'yes' ? 'last-active' : ''];
  return (
    // Keys go to the grid, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      id={rowId(run.id)}
      aria-rowindex={index + 2}
      aria-selected={mark === 'selected'}
      className={classes.filter(Boolean).join(' ')}
      style={style}
      onClick={(event) => events.onClick(index, event)}
      onContextMenu={(event) => {
        event.preventDefault();
        events.onMenu(index, { left: event.clientX, top: event.clientY, above: event.clientY });
      }}
    >
      {columns.map(({ name }, at) => (
        <div
          key={name}
          role="gridcell"
          id={cellId(run.id, at)}
          aria-colindex={at + 1}
          className={`cell ${name}${focus === at ? ' focused' : ''}`}
        >
          <RunCell
            run={run}
            column={name}
            now={now}
            onOpenRun={withoutModifier(events.onOpenRun)}
            onOpenWorkflow={withoutModifier(events.onOpenWorkflow)}
            onMenu={(button) => events.onMenu(index, popoverPlace(button))}
          />
        </div>
      ))}
    </div>
  );
});

/** Id of the element of a row. */
function rowId(runId: string): string {
  return `run-${runId}`;
}

/** Id of the element of a cell; -1: of the row. */
export function cellId(runId: string, cell: number): string {
  return cell < 0 ? rowId(runId) : `run-${runId}-${cell}`;
}
