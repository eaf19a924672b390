import { useMemo } from 'react';
import { attemptsSoFar } from '../../../model/run/attempt';
import type { NodeRun } from '../../../model/run/run';
import { chooseAttempt, useChosenAttempt } from '../attempts/attemptChoice';
import { useAttempts } from '../attempts/useAttempts';
import { AttemptList } from './AttemptList';
import { LogTail } from './LogTail';

interface AttemptsAndLogProps {
  /** As `loadedKey`. */
  readonly loaded: string;
  readonly run: NodeRun;
}

/** What a node wrote, and, when it was tried more than once, the attempts to choose from. */
export function AttemptsAndLog({ loaded, run }: AttemptsAndLogProps) {
  const alone = useMemo(() => new Map([[run.id, run]]), [run]);
  const known = useAttempts(loaded, alone).get(run.id);
  const attempts = known === undefined ? [] : attemptsSoFar(run, known);
  const newest = attempts.at(-1)?.attempt ?? null;
  const wished = useChosenAttempt(loaded, run.id);
  const chosen = attempts.find(({ attempt }) => attempt === wished && attempt !== newest);
  const attempt = chosen?.attempt ?? null;
  const { status } = chosen ?? run;
  return (
    <>
      {attempts.length > 0 && (
        <AttemptList
          attempts={attempts}
          chosen={attempt ?? newest}
          // The newest goes on with the one after it, when that begins.
          onChoose={(next) => chooseAttempt({ loaded, nodeId: run.id, attempt: next === newest ? null : next })}
        />
      )}
      <LogTail
        key={`${run.startedAt} ${attempt}`}
        nodeId={run.id}
        attempt={attempt}
        // Why a node failed is what one opens it for.
        first={status === 'failed' ? 'stderr' : 'stdout'}
      />
    </>
  );
}
