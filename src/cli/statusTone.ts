/** Colour of a status on a terminal: only what ended well or badly has one. */
import type { NodeStatus, RunStatus } from '../model/run/status';
import type { Tone } from './terminal';

/** Null: no colour. A status that this version does not know has none. */
export function statusTone(status: RunStatus | NodeStatus): Tone | null {
  switch (status) {
    case 'Completed':
    case 'succeeded':
      return 'good';
    case 'Failed':
    case 'failed':
    case 'Error':
    case 'error':
      return 'bad';
    case 'Partial Success':
      return 'strong';
    case 'Stopped':
    case 'stopped':
    case 'skipped':
      return 'quiet';
    case 'Pending':
    case 'pending':
    case 'Running':
    case 'running':
    case 'Stopping':
    case 'Scheduled':
    default:
      return null;
  }
}
