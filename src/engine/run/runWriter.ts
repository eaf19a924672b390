/** Writes what becomes of one run, and tells of it once it is stored. */
import type { Commits } from '../store/commits';
import { insertEarlierAttempt, type EarlierAttempt } from '../store/nodeAttempts';
import { updateNodeRun } from '../store/nodeRuns';
import type { StoredNodeRun } from '../store/rows';
import { updateRunProgress, type RunProgress } from '../store/runs';
import type { Durability } from '../store/store';
import type { RunEvents } from './runEvents';

export class RunWriter {
  constructor(
    private readonly runId: string,
    private readonly commits: Commits,
    private readonly events: RunEvents,
  ) {}

  /** Calls `then` once it is stored. */
  writeRun(progress: RunProgress, durability: Durability, then?: () => void): void {
    this.commits.add({
      runId: this.runId,
      durability,
      apply: (store) => updateRunProgress(store, this.runId, progress),
      committed: () => {
        this.events.runChanged(this.runId);
        then?.();
      },
    });
  }

  /** Keeps an attempt that another one follows. */
  writeAttempt(earlier: EarlierAttempt): void {
    this.commits.add({
      runId: this.runId,
      durability: 'kill',
      apply: (store) => insertEarlierAttempt(store, this.runId, earlier),
      committed: () => undefined,
    });
  }

  /** Writes the node run as it is when the commit comes, then calls `then`. */
  writeNode(place: number, nodeRun: StoredNodeRun, then?: () => void): void {
    this.commits.add({
      runId: this.runId,
      durability: 'kill',
      apply: (store) => updateNodeRun(store, this.runId, place, nodeRun),
      committed: () => {
        this.events.nodeChanged(this.runId, place);
        then?.();
      },
    });
  }
}
