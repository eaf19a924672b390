import type { ExpectedEnd } from '../../model/history/expectedEnd';
import { expectedEndWords } from '../../model/history/expectedEndWords';
import { durationText } from '../../model/run/display';
import type { RunSummary } from '../../model/run/run';
import { nodesInShort, type NodeRow } from '../../model/run/shownRun';
import { isActive } from '../../model/run/status';
import { runningTime } from '../../model/run/times';
import { Button } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';
import { RunStatusIcon } from '../ui/Status';
import { useNow } from '../ui/useNow';
import { useHost } from './host';
import { LongText } from './LongText';
import { Name } from './Name';
import { shownActions } from './model/shownActions';

interface RunHeadProps {
  readonly run: RunSummary;
  readonly nodes: readonly NodeRow[] | null;
  readonly expectedEnd: ExpectedEnd | null;
  readonly onGoToNodes: () => void;
}

/** Which run it is, how it did, and what can be done with it. */
export function RunHead({ run, nodes, expectedEnd, onGoToNodes }: RunHeadProps) {
  const host = useHost();
  const { buttons, menu } = shownActions(run);
  return (
    <header className="head">
      <div className="head-line">
        <h1>
          <Name text={run.name} />
        </h1>
        <MenuButton label="More actions" items={menu} onPick={(action) => host.perform(run.id, action)} />
      </div>
      <p className="head-status">
        <RunStatusIcon status={run.status} />
        <span>{run.status}</span>
        <Duration run={run} expectedEnd={expectedEnd} />
      </p>
      {nodes !== null && nodes.length > 0 && (
        <button type="button" className="link head-nodes" title="Go to the nodes" onClick={onGoToNodes}>
          {nodesInShort(nodes)}
        </button>
      )}
      {run.message !== null && <LongText text={run.message} className="head-message" />}
      <fieldset className="head-actions" aria-label="Actions on this run">
        {buttons.map(({ id, label, icon, tooltip }) => (
          <Button key={id} icon={icon} tooltip={tooltip} onClick={() => host.perform(run.id, id)}>
            {label}
          </Button>
        ))}
      </fieldset>
    </header>
  );
}

interface DurationProps {
  readonly run: RunSummary;
  readonly expectedEnd: ExpectedEnd | null;
}

function Duration({ run, expectedEnd }: DurationProps) {
  const now = useNow(isActive(run.status) ? 'live' : 'still');
  const ran = runningTime(run, now);
  if (ran === null) return null;
  const expected = expectedEndWords(expectedEnd, now);
  return (
    <span className="quiet">
      {durationText(wholeSeconds(ran.milliseconds, ran.isOver))}
      {expected !== null && `, ${expected}`}
    </span>
  );
}

/** A text that is drawn once a second says no tenths. */
function wholeSeconds(milliseconds: number, isOver: boolean): number {
  return isOver ? milliseconds : Math.floor(milliseconds / 1000) * 1000;
}
