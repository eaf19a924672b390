import { nodeStatusOf } from '../../../model/run/attempt';
import { nodeStatusLook } from '../../../model/run/display';
import type { Segment } from '../../../model/run/timeline/segments';
import type { TimelineRow as Row } from '../../../model/run/timeline/timeline';
import { Icon } from '../../ui/Icon';
import { NodeStatusIcon } from '../../ui/Status';
import { barLabel, rowName } from './model/rowWords';
import { placeIn, type TimeWindow } from './model/timeWindow';

interface TimelineRowProps {
  readonly treeId: string;
  readonly row: Row;
  /** In pixels from the first row. */
  readonly y: number;
  readonly window: TimeWindow;
  /** Null: it is no module. */
  readonly isOpen: boolean | null;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onToggle: (path: string) => void;
  /** `attempt`: of the bar that was clicked; null: none. */
  readonly onShow: (row: Row, attempt: number | null) => void;
  /** It is inside of a module, on whose own canvas it is to be seen. */
  readonly onOpen: (row: Row) => void;
  readonly onHover: (path: string) => void;
}

/** Id of the element of a row, for `aria-activedescendant`. */
export function rowIdOf(treeId: string, path: string): string {
  return `${treeId}-${path}`;
}

/** A node: its name, and its time as bars. The keys are those of the tree around. */
export function TimelineRow(props: TimelineRowProps) {
  const { treeId, row, y, window, isOpen, isActive, isSelected, onToggle, onShow, onOpen, onHover } = props;
  const classes = ['timeline-row'];
  if (isActive) classes.push('active');
  if (isSelected) classes.push('selected');
  if (row.isCritical) classes.push('critical');
  if (row.isModule) classes.push('module');
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={rowIdOf(treeId, row.path)}
      className={classes.join(' ')}
      role="treeitem"
      tabIndex={-1}
      aria-label={rowName(row)}
      aria-level={row.level}
      aria-selected={isSelected}
      aria-expanded={isOpen ?? undefined}
      style={{ top: y }}
      onClick={(event) => onShow(row, attemptAt(event.target))}
      onDoubleClick={() => onOpen(row)}
      onPointerEnter={() => onHover(row.path)}
    >
      <span className="row-name" style={{ paddingLeft: 8 + (row.level - 1) * 16 }}>
        {isOpen === null ? (
          <span className="no-twistie" />
        ) : (
          // For the pointer; the tree's keys open and close too.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
          <span
            className="twistie"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              onToggle(row.path);
            }}
          >
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
          </span>
        )}
        <NodeStatusIcon status={row.status} />
        <bdi className="row-title">{row.title}</bdi>
      </span>
      <span className="timeline-plot" aria-hidden="true">
        {row.segments.map((segment) => (
          <Bar key={`${segment.kind} ${segment.from}`} segment={segment} window={window} />
        ))}
        <Label row={row} window={window} />
      </span>
    </div>
  );
}

function Bar({ segment, window }: { readonly segment: Segment; readonly window: TimeWindow }) {
  const left = placeIn(window, segment.from);
  const right = placeIn(window, segment.to);
  if (right < 0 || left > 1) return null;
  // Beyond the borders nothing is seen, and a browser does not draw boxes of any width.
  const from = Math.max(-0.1, left);
  const style = { left: `${from * 100}%`, width: `${(Math.min(1.1, right) - from) * 100}%` };
  if (segment.kind === 'queue') return <span className="queue" style={style} />;
  const color = `var(--vscode-${nodeStatusLook(nodeStatusOf(segment.status)).color.replaceAll('.', '-')})`;
  return (
    <span
      className={`bar ${segment.status}${segment.isOpen ? ' open' : ''}`}
      data-attempt={segment.attempt ?? undefined}
      style={{ ...style, color }}
    />
  );
}

function attemptAt(target: EventTarget): number | null {
  const attempt = target instanceof HTMLElement ? target.dataset['attempt'] : undefined;
  return attempt === undefined ? null : Number(attempt);
}

/**
 * Beside the bars: behind them, or before them where they end at the right border. Drawn by the style sheet: it repeats a part
 * of the row's name, in another order.
 */
function Label({ row, window }: { readonly row: Row; readonly window: TimeWindow }) {
  const text = barLabel(row);
  if (text === '') return null;
  const first = row.segments[0];
  const last = row.segments.at(-1);
  const end = last === undefined ? 0 : placeIn(window, last.to);
  const start = first === undefined ? 0 : placeIn(window, first.from);
  if (end < 0 || start > 1) return null;
  if (end <= 0.82) {
    const left = Math.max(0, end) * 100;
    return <span className="bar-label" style={{ left: `${left}%`, maxWidth: `${100 - left}%` }} data-text={text} />;
  }
  return start >= 0.18 ? (
    <span className="bar-label" style={{ right: `${(1 - start) * 100}%` }} data-text={text} />
  ) : (
    <span className="bar-label inside" style={{ right: `${Math.max(0, 1 - end) * 100}%` }} data-text={text} />
  );
}
