import { slowNodeWords, type UsualNode } from '../../../model/history/slowNode';
import { durationText, exactTime, nodeStatusLook, relativeTime } from '../../../model/run/display';
import type { NodeRun } from '../../../model/run/run';
import { openReused } from '../../../protocol/runParts';
import { useHost } from '../host';
import { nodeDuration } from '../model/duration';
import { Icon } from '../../ui/Icon';
import { NodeStatusIcon } from '../../ui/Status';
import { useNow } from '../../ui/useNow';
import { InputFiles, OutputFiles } from './Files';
import { Facts, Section } from './Section';

interface NodeRunFactsProps {
  readonly run: NodeRun;
  readonly isStale: boolean;
  /** How long the node usually takes; undefined: not known. */
  readonly usual: UsualNode | undefined;
}

/** How a node did in the loaded run. */
export function NodeRunFacts({ run, isStale, usual }: NodeRunFactsProps) {
  // How long ago it was changes for a node that has ended, too.
  const now = useNow('live');
  const slow = slowNodeWords(run, usual, now);
  return (
    <>
      <Section title="Run">
        {isStale && (
          <p className="stale-note">Edited since this run, or after a node that was: this is what ran then.</p>
        )}
        {slow !== null && (
          <p className="run-message">
            <Icon name="watch" color="testing.iconQueued" />
            {slow}
          </p>
        )}
        {run.reusedFrom !== null && <Reused nodeId={run.id} />}
        {run.message !== null && (
          <p className="run-message">
            <NodeStatusIcon status={run.status} />
            {run.message}
          </p>
        )}
        <Facts
          facts={[
            ['Status', nodeStatusLook(run.status).word],
            ['Duration', nodeDuration(run, now)],
            ['Usually', usual === undefined || slow !== null ? null : durationText(usual.median)],
            ['Started', run.startedAt === null ? null : <Time key="started" iso={run.startedAt} now={now} />],
            ['Ended', run.endedAt === null ? null : <Time key="ended" iso={run.endedAt} now={now} />],
            ['Exit code', run.exitCode === null ? null : String(run.exitCode)],
            ['Attempt', run.attempt > 1 ? String(run.attempt) : null],
            ['Machine', run.machine === null ? null : run.ip === null ? run.machine : `${run.machine} (${run.ip})`],
          ]}
        />
      </Section>
      {run.outputs.length > 0 && <OutputFiles nodeId={run.id} outputs={run.outputs} />}
      {run.inputFiles.length > 0 && <InputFiles files={run.inputFiles} />}
    </>
  );
}

/** The result is that of another run. */
function Reused({ nodeId }: { readonly nodeId: string }) {
  const { requests } = useHost();
  return (
    <p className="run-message">
      <Icon name="history" />
      <span>
        The result was taken over from an earlier run.{' '}
        <button type="button" className="link" onClick={() => void requests.tell(openReused, { nodeId })}>
          Open that run
        </button>
      </span>
    </p>
  );
}

function Time({ iso, now }: { readonly iso: string; readonly now: number }) {
  return (
    <time dateTime={iso} title={exactTime(iso)}>
      {relativeTime(iso, now)}
    </time>
  );
}
