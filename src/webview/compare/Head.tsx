import { durationText, exactTime, relativeTime } from '../../model/run/display';
import type { RunSummary } from '../../model/run/run';
import { isActive } from '../../model/run/status';
import { runningTime } from '../../model/run/times';
import type { CompareState, SideName, SideView } from '../../protocol/compare';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { RunStatusIcon } from '../ui/Status';
import { useNow } from '../ui/useNow';
import { useHost } from './host';

/** As many characters of a version id tell it from all others of a workflow. */
const shortVersion = 8;

/** The two sides: before on the left, after on the right. */
export function Head({ state }: { readonly state: CompareState }) {
  const host = useHost();
  return (
    <header className="sides">
      <Side name="left" view={state.left} />
      <IconButton icon="arrow-swap" label="Swap Sides" onClick={host.swap} />
      <Side name="right" view={state.right} />
    </header>
  );
}

const sideWords: Readonly<Record<SideName, string>> = { left: 'Before', right: 'After' };

function Side({ name, view }: { readonly name: SideName; readonly view: SideView }) {
  const host = useHost();
  return (
    <section className="side" aria-label={sideWords[name]}>
      <span className="side-word">{sideWords[name]}</span>
      <SideWords name={name} view={view} />
      <IconButton
        icon="ellipsis"
        label={`Compare Another Run as ${sideWords[name]}…`}
        onClick={() => host.choose(name)}
      />
    </section>
  );
}

function SideWords({ name, view }: { readonly name: SideName; readonly view: SideView }) {
  const host = useHost();
  switch (view.kind) {
    case 'loading':
      return <span className="side-facts quiet">Loading…</span>;
    case 'deleted':
      return (
        <>
          <Icon name="trash" />
          <bdi className="side-name">{view.name ?? 'Run'}</bdi>
          <span className="side-facts">deleted</span>
        </>
      );
    case 'live':
      return (
        <>
          <Icon name="edit" />
          <button type="button" className="link side-name" onClick={() => host.open(name, null)} title={view.title}>
            <bdi>{view.title}</bdi>
          </button>
          <span className="side-facts">
            Live, as it is now <span className="quiet">· {view.fileName}</span>
          </span>
        </>
      );
    case 'run':
      return (
        <>
          <RunStatusIcon status={view.run.status} />
          <button type="button" className="link side-name" onClick={() => host.open(name, null)} title={view.run.name}>
            <bdi>{view.run.name}</bdi>
          </button>
          <RunFacts run={view.run} />
        </>
      );
  }
}

function RunFacts({ run }: { readonly run: RunSummary }) {
  const active = isActive(run.status);
  const now = useNow(active ? 'live' : 'still');
  const ran = runningTime(run, now);
  const length = ran === null ? '' : ` ${durationText(ran.isOver ? ran.milliseconds : wholeSeconds(ran.milliseconds))}`;
  return (
    <span className="side-facts">
      {run.status}
      {length}
      <span className="quiet">
        {' · '}
        <time dateTime={run.createdAt} title={exactTime(run.createdAt)}>
          {relativeTime(run.createdAt, now)}
        </time>
        {run.hasSnapshot && (
          <>
            {' · '}
            <code title={`Version ${run.versionId}`}>{run.versionId.slice(0, shortVersion)}</code>
          </>
        )}
        {active && run.startedAt !== null && ' · goes on'}
      </span>
    </span>
  );
}

/** A text that is drawn once a second says no tenths. */
function wholeSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000;
}
