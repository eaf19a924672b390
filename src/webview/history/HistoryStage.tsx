import type { WayOut } from '../../protocol/history';
import { Button } from '../ui/Button';
import { FailedStage, LoadingStage, PageStage } from '../ui/PageStage';
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
      return <LoadingStage words="Reading runs…" />;
    case 'failed':
      return (
        <FailedStage
          level={2}
          title="The history cannot be shown"
          sentence={phase.sentence}
          onRetry={onRetry}
          onShowLog={() => onWayOut('showLog')}
        />
      );
    case 'ready':
      return (
        <PageStage
          icon="history"
          level={2}
          title="This workflow has not run yet"
          actions={
            <Button kind="primary" icon="play" onClick={() => onWayOut('runWorkflow')}>
              Run Workflow
            </Button>
          }
        >
          Each run becomes a column here, each node a row: what fails since when is seen at a glance.
        </PageStage>
      );
  }
}
