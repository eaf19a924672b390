import { isFiltered, type ChosenFilters } from '../../model/run/chosenFilters';
import { filterWords } from '../../model/run/filterWords';
import type { ListPlace, WayOut } from '../../protocol/runList';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ProgressRing } from '../ui/ProgressRing';
import type { ListPhase } from './model/listState';

interface ListStageProps {
  readonly phase: ListPhase;
  readonly place: ListPlace | null;
  readonly filters: ChosenFilters;
  readonly onWayOut: (way: WayOut) => void;
  readonly onRetry: () => void;
  readonly onClear: () => void;
}

/** What stands in the place of the rows when there are none: why, and the one thing to do next. */
export function ListStage({ phase, place, filters, onWayOut, onRetry, onClear }: ListStageProps) {
  if (phase.kind === 'failed') {
    return (
      <div className="stage">
        <Icon name="debug-disconnect" />
        <h1>The runs cannot be shown</h1>
        <p>{phase.sentence}</p>
        <div className="stage-actions">
          <Button kind="primary" onClick={onRetry}>
            Retry
          </Button>
          <Button onClick={() => onWayOut('showLog')}>Show Engine Log</Button>
        </div>
      </div>
    );
  }
  if (place?.folders === 'none') {
    return (
      <div className="stage">
        <Icon name="folder" />
        <h1>No folder is open</h1>
        <p>
          This page lists the runs of the workflows in the open folders. The runs of all workspaces are in the vault.
        </p>
        <div className="stage-actions">
          <Button kind="primary" onClick={() => onWayOut('openFolder')}>
            Open Folder
          </Button>
          <Button onClick={() => onWayOut('openVault')}>Open Vault Runs</Button>
        </div>
      </div>
    );
  }
  if (phase.kind === 'loading') {
    return (
      <div className="stage loading">
        <ProgressRing />
        <p>Reading runs…</p>
      </div>
    );
  }
  if (isFiltered(filters)) {
    return (
      <div className="stage">
        <Icon name="filter" />
        <h1>No run matches</h1>
        <p>
          <bdi>{filterWords(filters).join(' · ')}</bdi>
        </p>
        <div className="stage-actions">
          <Button kind="primary" onClick={onClear}>
            Clear Filters
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stage">
      <Icon name="play-circle" />
      <h1>Nothing ran yet</h1>
      <p>Each run of a workflow stands here from the moment it starts, whoever started it.</p>
      <div className="stage-actions">
        <Button kind="primary" icon="play" onClick={() => onWayOut('runWorkflow')}>
          Run Workflow
        </Button>
      </div>
    </div>
  );
}
