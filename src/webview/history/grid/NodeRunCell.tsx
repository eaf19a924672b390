/* oxlint-disable jsx-a11y/prefer-tag-over-role -- see HistoryGrid */
import type { HistoryColumn, HistoryRow } from '../../../model/history/grid';
import { nodeRunIn, type HistoryNodeRun } from '../../../model/history/history';
import { Icon } from '../../ui/Icon';
import { NodeStatusIcon } from '../../ui/Status';
import { cellWords } from '../model/cellWords';
import type { GridSpot } from '../model/gridKeys';
import type { Marks } from '../model/marks';
import type { SlowNodes } from '../model/slowNodes';
import { cellId } from './cellId';
import { columnClass } from './columnClass';
import type { GridEvents } from './gridEvents';
import { sizes } from './sizes';

interface NodeRunCellProps {
  readonly row: HistoryRow;
  readonly column: HistoryColumn;
  readonly spot: GridSpot;
  readonly marks: Marks;
  /** The longest that the node took in any run, in milliseconds. */
  readonly longest: number;
  readonly slowNodes: SlowNodes;
  readonly focus: 'here' | 'elsewhere';
  readonly events: GridEvents;
}

/** What became of one node in one run: its status, and how long it took beside its other runs. */
export function NodeRunCell({ row, column, spot, marks, longest, slowNodes, focus, events }: NodeRunCellProps) {
  const nodeRun = nodeRunIn(column.run, row.path);
  const slow = slowNodes(column.run, row.path);
  const words = cellWords(row, column, nodeRun, slow).slice(0, 1000);
  const classes = ['cell', columnClass(column, marks)];
  if (nodeRun === null) classes.push('absent');
  if (nodeRun?.isReused === true) classes.push('reused');
  if (focus === 'here') classes.push('focused');
  return (
    <div
      id={cellId(spot)}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={spot.column + 2}
      aria-label={words}
      title={words}
      className={classes.join(' ')}
      style={{ left: sizes.names + spot.column * sizes.column }}
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
      {nodeRun !== null && <NodeStatusIcon status={nodeRun.status} />}
      {slow !== null && (
        <span className="slow">
          <Icon name="watch" color="testing.iconQueued" />
        </span>
      )}
      {nodeRun !== null && <Bar nodeRun={nodeRun} longest={longest} />}
    </div>
  );
}

/** Of a node that never took so long, in milliseconds, there are no bars: they would tell of chance. */
const worthABar = 1000;

/** As high as the node took long, beside the longest: the row reads as a chart. */
function Bar({ nodeRun, longest }: { readonly nodeRun: HistoryNodeRun; readonly longest: number }) {
  if (nodeRun.durationMs === null || nodeRun.isReused || longest < worthABar) return null;
  const height = Math.ceil((nodeRun.durationMs / longest) * (sizes.row - 6));
  return height === 0 ? null : <span className="bar" style={{ height }} />;
}
