import type { MouseEvent } from 'react';
import { exactTime, relativeTime } from '../../../model/run/display';
import type { RunSummary } from '../../../model/run/run';
import { runFacts, statusWithDuration } from '../../../model/run/runText';
import { isActive } from '../../../model/run/status';
import { Icon } from '../../ui/Icon';
import { RunStatusIcon } from '../../ui/Status';
import { useNow } from '../../ui/useNow';
import type { ColumnName } from '../model/columns';
import { shownName } from '../model/shownName';

interface RunCellProps {
  readonly run: RunSummary;
  readonly column: ColumnName;
  /** For ages, in ms. */
  readonly now: number;
  readonly onOpenRun: (event: MouseEvent) => void;
  readonly onOpenWorkflow: (event: MouseEvent) => void;
  readonly onMenu: (button: Element) => void;
}

/** What stands in one cell of a row. */
export function RunCell({ run, column, now, onOpenRun, onOpenWorkflow, onMenu }: RunCellProps) {
  switch (column) {
    case 'run':
      return (
        <button type="button" tabIndex={-1} className="link run-link" title={runTooltip(run)} onClick={onOpenRun}>
          <bdi className="run-name">{shownName(run.name)}</bdi>
          <span className="run-id">{run.id}</span>
        </button>
      );
    case 'type':
      return <span className="quiet">{run.creationType}</span>;
    case 'status':
      return <StatusCell run={run} />;
    case 'workflow':
      return (
        <button
          type="button"
          tabIndex={-1}
          className="link workflow-link"
          title={`Open the workflow without a run\n${run.workflow.path}`}
          onClick={onOpenWorkflow}
        >
          <bdi>{shownName(run.workflow.name)}</bdi>
        </button>
      );
    case 'workspace':
      return (
        <bdi className="workspace-badge" title={run.workflow.workspace}>
          {folderName(run.workflow.workspace)}
        </bdi>
      );
    case 'machines':
      return isActive(run.status) ? (
        <bdi className="quiet" title={run.machines.join('\n')}>
          {run.machines.join(', ')}
        </bdi>
      ) : null;
    case 'created':
      return (
        <time className="quiet" dateTime={run.createdAt} title={exactTime(run.createdAt)}>
          {relativeTime(run.createdAt, Math.max(now, Date.parse(run.createdAt)))}
        </time>
      );
    case 'author':
      return (
        <bdi className="quiet" title={shownName(run.author)}>
          {shownName(run.author)}
        </bdi>
      );
    case 'actions':
      return (
        <button
          type="button"
          tabIndex={-1}
          className="icon-button"
          title="Actions"
          aria-label={`Actions of ${shownName(run.name)}`}
          aria-haspopup="menu"
          onClick={(event) => {
            // Not a click on the row too, which would select it alone.
            event.stopPropagation();
            onMenu(event.currentTarget);
          }}
        >
          <Icon name="ellipsis" />
        </button>
      );
  }
}

/** Alone, as it alone ticks. */
function StatusCell({ run }: { readonly run: RunSummary }) {
  const now = useNow(run.status === 'Scheduled' || (run.startedAt !== null && run.endedAt === null) ? 'live' : 'still');
  return (
    <span className="status" title={run.message === null ? undefined : `${run.status}: ${shownName(run.message)}`}>
      <RunStatusIcon status={run.status} />
      <span className="status-words">{statusWithDuration(run, now)}</span>
    </span>
  );
}

function runTooltip(run: RunSummary): string {
  return [shownName(run.name), ...runFacts(run).map(({ name, value }) => `${name}: ${shownName(value)}`)].join('\n');
}

function folderName(folder: string): string {
  return folder.split('/').filter(Boolean).at(-1) ?? folder;
}
