import { useId, useState } from 'react';
import type { ExpectedEnd } from '../../../model/history/expectedEnd';
import { expectedEndWords } from '../../../model/history/expectedEndWords';
import type { LoadedRun, ModulePart } from '../../../model/run/loadedRun';
import type { RunSummary } from '../../../model/run/run';
import { isActive } from '../../../model/run/status';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { MenuButton } from '../../ui/MenuButton';
import { ProgressRing } from '../../ui/ProgressRing';
import { useHost } from '../host';
import { bannerView } from '../model/bannerView';
import { runDuration } from '../model/duration';
import { RunStatusIcon } from '../../ui/Status';
import { useNow } from '../../ui/useNow';
import type { EditorCommand } from '../../../protocol/editor';
import { openRelatedRun } from '../../../protocol/timeline';
import { Differences } from './Differences';
import { lineageItems, LineageWords } from './LineageWords';
import { PartWords, WayUp } from './Part';
import { useLineage } from './useLineage';

interface BannerProps {
  readonly loaded: LoadedRun;
  /** Of a run that is running, as far as it is known. */
  readonly expectedEnd: ExpectedEnd | null;
}

/** One line above the canvas: which run is shown, how it does, and what can be done with it. */
export function Banner({ loaded, expectedEnd }: BannerProps) {
  const host = useHost();
  const [isExpanded, setExpanded] = useState(false);
  const listId = useId();
  const { note, buttons, menu } = bannerView(loaded);
  const lineage = useLineage(loaded.run?.id);
  const hasDifferences = loaded.differences.length > 0;
  const pick = (id: EditorCommand | `run:${string}`): void => {
    if (isRunItem(id)) void host.requests.tell(openRelatedRun, { runId: id.slice('run:'.length) });
    else host.perform(id);
  };
  return (
    <section className={hasDifferences ? 'banner crowded' : 'banner'} aria-label="Loaded run">
      <div className="banner-line">
        <span className="pill" title={note ?? undefined}>
          {loaded.pill === 'Loading…' && <ProgressRing />}
          {loaded.pill}
        </span>
        {loaded.part !== null && <WayUp part={loaded.part} />}
        {loaded.run !== null && <RunWords run={loaded.run} part={loaded.part} expectedEnd={expectedEnd} />}
        {loaded.run !== null && lineage !== null && <LineageWords run={loaded.run} lineage={lineage} />}
        {note !== null && (
          <span className="banner-note" title={note}>
            <Icon name="info" />
            <span className="note-words">{note}</span>
          </span>
        )}
        {hasDifferences && (
          <button
            type="button"
            className="disclosure"
            aria-expanded={isExpanded}
            aria-controls={listId}
            onClick={() => setExpanded(!isExpanded)}
          >
            <Icon name={isExpanded ? 'chevron-down' : 'chevron-right'} />
            <span className="collapses">What differs</span> ({loaded.differences.length})
          </button>
        )}
        <span className="banner-actions">
          {buttons.map(({ id: command, label, icon, tooltip }) => (
            <Button
              key={command}
              kind={command === 'restore' ? 'primary' : 'secondary'}
              icon={icon}
              tooltip={tooltip}
              onClick={() => host.perform(command)}
            >
              <span className={command === 'restore' ? 'collapses-last' : 'collapses'}>{label}</span>
            </Button>
          ))}
          <IconButton icon="graph-line" label="Timeline (T)" onClick={() => host.timeline.emit('toggle')} />
          {menu.length > 0 && (
            <MenuButton label="More actions" items={[...menu, ...lineageItems(lineage)]} onPick={pick} />
          )}
        </span>
      </div>
      {hasDifferences && (
        <Differences
          id={listId}
          lines={loaded.differences}
          isShown={isExpanded}
          compare={loaded.part === null ? 'Compare with Live' : 'Compare with Live (Whole Run)'}
          onCompare={() => host.perform('compareWithLive')}
        />
      )}
    </section>
  );
}

function isRunItem(id: EditorCommand | `run:${string}`): id is `run:${string}` {
  return id.startsWith('run:');
}

interface RunWordsProps {
  readonly run: RunSummary;
  readonly part: ModulePart | null;
  readonly expectedEnd: ExpectedEnd | null;
}

function RunWords({ run, part, expectedEnd }: RunWordsProps) {
  const now = useNow(isActive(run.status) ? 'live' : 'still');
  if (part !== null) return <PartWords run={run} part={part} now={now} />;
  const duration = runDuration(run, now);
  const expected = expectedEndWords(expectedEnd, now);
  return (
    <>
      <span className="run-name" title={`${run.name} (run ${run.number}, ${run.id})`}>
        {run.name}
      </span>
      <span className="run-status" title={run.message ?? [run.status, duration, expected].filter(Boolean).join(' ')}>
        <RunStatusIcon status={run.status} />
        <span className="run-status-word">{run.status}</span>
        {duration !== null && <span className="run-duration">{duration}</span>}
        {expected !== null && <span className="run-duration">{expected}</span>}
      </span>
    </>
  );
}
