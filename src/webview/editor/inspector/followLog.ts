import { followNodeLog, logProgress, type LogPiece, type NodeLog } from '../../../protocol/nodeInspection';
import type { Requests } from '../../requests';

/** How much of a log is asked for: about what the inspector keeps. */
const logBytes = 256 * 1024;

let logs = 0;

/**
 * Hears the end of a node's log as it grows; resolves when it is complete.
 * @throws Error with the host's sentence.
 */
export async function followLog(
  requests: Requests,
  log: NodeLog,
  hear: (piece: LogPiece) => void,
  signal: AbortSignal,
): Promise<void> {
  const progress = `log-${(logs += 1)}`;
  const unfollow = requests.follow(logProgress, progress, hear);
  try {
    await requests.ask(followNodeLog, { ...log, maxBytes: logBytes, progress }, signal);
  } finally {
    unfollow();
  }
}
