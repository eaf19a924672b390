import { isFiltered, type ChosenFilters } from '../../model/run/chosenFilters';
import { filterWords } from '../../model/run/filterWords';
import type { ListPlace, WayOut } from '../../protocol/runList';
import { Button } from '../ui/Button';
import { FailedStage, LoadingStage, PageStage } from '../ui/PageStage';
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
      <FailedStage
        level={1}
        title="The runs cannot be shown"
        sentence={phase.sentence}
        onRetry={onRetry}
        onShowLog={() => onWayOut('showLog')}
      />
    );
  }
  if (place?.folders === 'none') {
    return (
      <PageStage
        icon="folder"
        level={1}
        title="No folder is open"
        actions={
          <>
            <Button kind="primary" onClick={() => onWayOut('openFolder')}>
              Open Folder
            </Button>
            <Button onClick={() => onWayOut('openVault')}>Open Vault Runs</Button>
          </>
        }
      >
        This page lists the runs of the workflows in the open folders. The runs of all workspaces are in the vault.
      </PageStage>
    );
  }
  if (phase.kind === 'loading') return <LoadingStage words="Reading runs…" />;
  if (isFiltered(filters)) {
    return (
      <PageStage
        icon="filter"
        level={1}
        title="No run matches"
        actions={
          <Button kind="primary" onClick={onClear}>
            Clear Filters
          </Button>
        }
      >
        <bdi>{filterWords(filters).join(' · ')}</bdi>
      </PageStage>
    );
  }
  return (
    <PageStage
      icon="play-circle"
      level={1}
      title="Nothing ran yet"
      actions={
        <Button kind="primary" icon="play" onClick={() => onWayOut('runWorkflow')}>
          Run Workflow
        </Button>
      }
    >
      Each run of a workflow stands here from the moment it starts, whoever started it.
    </PageStage>
  );
}
