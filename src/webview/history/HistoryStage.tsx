import type { WayOut } from '../../protocol/history';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ProgressRing } from '../ui/ProgressRing';
import type { HistoryPhase } from './model/historyStore';

interface HistoryStageProps {
  readonly phase: HistoryPhase;
  readonly onRetry: () => void;
  readonly onWayOut: (way: WayOut) => void;
}

/** What stands in the place of the grid when there is none: why, and the one thing to do next. */
export function HistoryStage({ phase, onRetry, onWayOut }: HistoryStageProps) {
  switch (phase.kind) {
    case 'loading':
      return (
        <div className="stage loading">
          <ProgressRing />
          <p>Reading runs…</p>
        </div>
      );
    case 'failed':
      return (
        <div className="stage">
          <Icon name="debug-disconnect" />
          <h2>The history cannot be shown</h2>
          <p>{phase.sentence}</p>
          <div className="stage-actions">
            <Button kind="primary" onClick={onRetry}>
              Retry
            </Button>
            <Button onClick={() => onWayOut('showLog')}>Show Engine Log</Button>
          </div>
        </div>
      );
    case 'ready':
      return (
        <div className="stage">
          <Icon name="history" />
          <h2>This workflow has not run yet</h2>
          <p>Each run becomes a column here, each node a row: what fails since when is seen at a glance.</p>
          <div className="stage-actions">
            <Button kind="primary" icon="play" onClick={() => onWayOut('runWorkflow')}>
              Run Workflow
            </Button>
          </div>
        </div>
      );
  }
}
