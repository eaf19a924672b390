/** What becomes of a run that was not over when the store lost what it executes: damage to one run is not that of the vault. */
import { isNodeEnded } from '../../model/run/status';
import type { Fleet } from '../fleets/fleet';
import { log, reasonOf } from '../log';
import type { StoredNodeRun, StoredRun } from '../store/rows';
import type { RunWriter } from './runWriter';

interface UnreadableRun {
  readonly run: StoredRun;
  readonly nodeRuns: readonly StoredNodeRun[];
  readonly fleet: Fleet;
  readonly writer: RunWriter;
}

/** Ends what is left of the run's processes, then the run as Error, with a sentence that says why. */
export async function endUnreadableRun({ run, nodeRuns, fleet, writer }: UnreadableRun, reason: string): Promise<void> {
  const { id, startedAt, machines } = run.summary;
  const sentence = `Runlens cannot read in its store what this run executes (${reason}). Start the workflow again.`;
  log(`run ${id}: ${sentence}`);
  const remains = await fleet.sweep(id).catch(reasonOf);
  const endedAt = Date.now();
  for (const [place, nodeRun] of nodeRuns.entries()) {
    if (isNodeEnded(nodeRun.status)) continue;
    writer.writeNode(place, { ...nodeRun, status: nodeRun.status === 'running' ? 'error' : 'skipped', endedAt });
  }
  const progress = {
    status: 'Error' as const,
    startedAt: startedAt === null ? null : Date.parse(startedAt),
    endedAt,
    message: remains === null ? sentence : `${sentence} ${remains}`,
    machines,
  };
  writer.writeRun(progress, 'power-loss');
}
