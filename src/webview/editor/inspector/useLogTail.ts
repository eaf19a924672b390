import { useEffect, useState } from 'react';
import type { NodeLog } from '../../../protocol/nodeInspection';
import { sentenceOf } from '../../sentence';
import { useHost } from '../host';
import { appendLog, emptyLog, type LogBuffer } from '../model/logBuffer';
import { followLog } from './followLog';

export interface LogTailState {
  readonly log: LogBuffer;
  readonly state: 'following' | 'ended' | { readonly failed: string };
}

/** The end of a log as it grows; pieces of one frame are drawn together. */
export function useLogTail({ nodeId, attempt, stream }: NodeLog): LogTailState {
  const { requests } = useHost();
  const [tail, setTail] = useState<LogTailState>({ log: emptyLog, state: 'following' });
  useEffect(() => {
    const abort = new AbortController();
    let log = emptyLog;
    let frame = 0;
    const show = (state: LogTailState['state']): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setTail({ log, state }));
    };
    show('following');
    followLog(
      requests,
      { nodeId, attempt, stream },
      (piece) => {
        log = appendLog(log, piece.text, piece.truncated);
        show('following');
      },
      abort.signal,
    ).then(
      () => show('ended'),
      (error: unknown) => {
        if (!abort.signal.aborted) show({ failed: sentenceOf(error) });
      },
    );
    return () => {
      abort.abort();
      cancelAnimationFrame(frame);
    };
  }, [requests, nodeId, attempt, stream]);
  return tail;
}
