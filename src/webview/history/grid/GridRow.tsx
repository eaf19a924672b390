/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see HistoryGrid */
import type { HistoryColumn, HistoryRow } from '../../../model/history/grid';
import { Icon } from '../../ui/Icon';
import type { GridSpot } from '../model/gridKeys';
import type { Marks } from '../model/marks';
import type { SlowNodes } from '../model/slowNodes';
import { cellId } from './cellId';
import type { GridEvents } from './gridEvents';
import { NodeRunCell } from './NodeRunCell';
import { sizes } from './sizes';

interface GridRowProps {
  readonly row: HistoryRow;
  readonly index: number;
  /** Of a module; null: the node is none. */
  readonly fold: 'open' | 'closed' | null;
  readonly columns: readonly HistoryColumn[];
  /** Indices of the columns in the page. */
  readonly shown: readonly number[];
  readonly marks: Marks;
  /** The longest that the node took, in milliseconds. */
  readonly longest: number;
  readonly slowNodes: SlowNodes;
  readonly focus: GridSpot;
  readonly events: GridEvents;
}

/** A deeper one has no room for its name. */
const deepest = 8;

/** One node: its name, and what became of it in each run. */
export function GridRow({ row, index, fold, columns, shown, marks, longest, slowNodes, focus, events }: GridRowProps) {
  const spot = { row: index, column: -1 };
  const isFocused = focus.row === index && focus.column === -1;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={focus.row === index ? 'line current' : 'line'}
      style={{ top: sizes.head + index * sizes.row }}
    >
      <div
        id={cellId(spot)}
        role="rowheader"
        tabIndex={-1}
        aria-colindex={1}
        aria-expanded={fold === null ? undefined : fold === 'open'}
        className={`name-cell${isFocused ? ' focused' : ''}`}
        style={{ paddingLeft: 4 + Math.min(row.depth, deepest) * 16 }}
        title={`${row.title}\n${row.path}`.slice(0, 1000)}
        onClick={() => events.onClick(spot)}
        onKeyDown={undefined}
        onDoubleClick={() => fold !== null && events.onFold(spot)}
        onContextMenu={(event) => {
          event.preventDefault();
          events.onMenu(spot, event.currentTarget);
        }}
      >
        {fold === null ? (
          <span className="no-twistie" />
        ) : (
          <span className="twistie" role="presentation" onClick={() => events.onFold(spot)}>
            <Icon name={fold === 'open' ? 'chevron-down' : 'chevron-right'} />
          </span>
        )}
        <bdi className="node-title">{row.title}</bdi>
      </div>
      {shown.map((at) => {
        const column = columns[at];
        return (
          column && (
            <NodeRunCell
              key={column.run.run.id}
              row={row}
              column={column}
              spot={{ row: index, column: at }}
              marks={marks}
              longest={longest}
              slowNodes={slowNodes}
              focus={focus.row === index && focus.column === at ? 'here' : 'elsewhere'}
              events={events}
            />
          )
        );
      })}
    </div>
  );
}
