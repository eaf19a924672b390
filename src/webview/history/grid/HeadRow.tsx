/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see HistoryGrid */
import type { HistoryColumn } from '../../../model/history/grid';
import { RunStatusIcon } from '../../ui/Status';
import { runWords } from '../model/cellWords';
import type { GridSpot } from '../model/gridKeys';
import type { Marks } from '../model/marks';
import { cellId } from './cellId';
import { columnClass } from './columnClass';
import type { GridEvents } from './gridEvents';
import { sizes } from './sizes';

interface HeadRowProps {
  readonly columns: readonly HistoryColumn[];
  /** Indices of the columns in the page. */
  readonly shown: readonly number[];
  readonly marks: Marks;
  readonly focus: GridSpot;
  readonly events: GridEvents;
}

/** The runs on top of their columns. */
export function HeadRow({ columns, shown, marks, focus, events }: HeadRowProps) {
  return (
    <div role="row" aria-rowindex={1} className="head-line">
      <div role="columnheader" aria-colindex={1} className="corner">
        Node
      </div>
      {shown.map((index) => {
        const column = columns[index];
        if (column === undefined) return null;
        const { run } = column.run;
        const spot = { row: -1, column: index };
        const isFocused = focus.row === -1 && focus.column === index;
        return (
          <div
            key={run.id}
            id={cellId(spot)}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 2}
            aria-label={runWords(column).replaceAll('\n', ', ').slice(0, 1000)}
            title={runWords(column).slice(0, 1000)}
            className={`head-cell ${columnClass(column, marks)}${isFocused ? ' focused' : ''}`}
            style={{ left: sizes.names + index * sizes.column }}
            onClick={() => {
              events.onClick(spot);
              events.onOpen(spot);
            }}
            onKeyDown={undefined}
            onContextMenu={(event) => {
              event.preventDefault();
              events.onMenu(spot, event.currentTarget);
            }}
          >
            <RunStatusIcon status={run.status} />
            <span className="run-number">{run.number}</span>
          </div>
        );
      })}
    </div>
  );
}
