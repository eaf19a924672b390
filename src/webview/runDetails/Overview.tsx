import { durationText, exactTime, relativeTime } from '../../model/run/display';
import type { RunSummary } from '../../model/run/run';
import { versionRelationInWords, type VersionRelation } from '../../model/run/shownRun';
import { isActive } from '../../model/run/status';
import { endOf, queuedTime, runningTime, type TimeSpan } from '../../model/run/times';
import { useNow } from '../ui/useNow';
import { CopyButton } from './CopyButton';
import { Fact, Facts } from './Facts';
import { useHost } from './host';
import { Name } from './Name';
import { pathInWorkspace } from './model/paths';

/** As many characters of a version id tell it from all others of a workflow. */
const shortVersion = 12;

/** What one line each says of a run. */
export function Overview({ run, version }: { readonly run: RunSummary; readonly version: VersionRelation }) {
  const host = useHost();
  const { workflow } = run;
  return (
    <Facts>
      <Fact name="Workflow">
        <button type="button" className="link" onClick={() => host.openWorkflow(run.id)}>
          <Name text={workflow.name} />
        </button>
      </Fact>
      <Fact name="Version">
        {run.hasSnapshot && (
          <span className="with-copy">
            <code title={run.versionId}>{run.versionId.slice(0, shortVersion)}</code>
            <CopyButton text={run.versionId} what="version id" />
          </span>
        )}
        <span className="version-relation">{versionRelationInWords(version)}</span>
      </Fact>
      <Fact name="Author">
        <Name text={run.author} />
      </Fact>
      <Fact name="Creation type">{run.creationType}</Fact>
      <Times run={run} />
      <Fact name="Fleet">
        <Name text={run.fleet} />
      </Fact>
      <Fact name="Project">
        <Name text={workflow.project} />
      </Fact>
      <Fact name="Workspace">
        <bdi>{workflow.workspace}</bdi>
      </Fact>
      <Fact name="File">
        <bdi title={workflow.path}>{pathInWorkspace(workflow)}</bdi>
      </Fact>
      <Fact name="Run number">{run.number}</Fact>
      <Fact name="Run id">
        <span className="with-copy">
          <code>{run.id}</code>
          <CopyButton text={run.id} what="run id" />
        </span>
      </Fact>
    </Facts>
  );
}

function Times({ run }: { readonly run: RunSummary }) {
  const now = useNow(isActive(run.status) ? 'live' : 'still');
  const queued = queuedTime(run, now);
  const ran = runningTime(run, now);
  const ended = endOf(run);
  return (
    <>
      <Fact name="Created">
        <Moment iso={run.createdAt} now={now} />
      </Fact>
      {run.scheduledFor !== null && (
        <Fact name="Scheduled for">
          <Moment iso={run.scheduledFor} now={now} />
        </Fact>
      )}
      {run.startedAt !== null && (
        <Fact name="Started">
          <Moment iso={run.startedAt} now={now} />
        </Fact>
      )}
      {ended !== null && (
        <Fact name="Ended">
          <Moment iso={ended} now={now} />
        </Fact>
      )}
      {queued !== null && <Fact name="Queued">{spanText(queued)}</Fact>}
      {ran !== null && <Fact name="Running time">{spanText(ran)}</Fact>}
    </>
  );
}

function Moment({ iso, now }: { readonly iso: string; readonly now: number }) {
  return (
    <time dateTime={iso}>
      {exactTime(iso)} <span className="quiet">{relativeTime(iso, now)}</span>
    </time>
  );
}

/** What still grows is drawn once a second, so it says no tenths. */
function spanText({ milliseconds, isOver }: TimeSpan): string {
  if (isOver) return durationText(milliseconds);
  return `${durationText(Math.floor(milliseconds / 1000) * 1000)} so far`;
}
