/** Runs whose files are being copied or deleted at the moment: never both. */
import { refusal } from './refusal';

export class RunLocks {
  readonly #copied = new Map<string, number>();
  readonly #deleted = new Set<string>();

  /** Does `work` while nobody deletes the files of the run. @throws a refusal when somebody is at it */
  async whileCopied<Result>(runId: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#deleted.has(runId)) throw refusal('unknownRun', `The run ${runId} is being deleted.`);
    this.#copied.set(runId, (this.#copied.get(runId) ?? 0) + 1);
    try {
      return await work();
    } finally {
      const others = (this.#copied.get(runId) ?? 1) - 1;
      if (others === 0) this.#copied.delete(runId);
      else this.#copied.set(runId, others);
    }
  }

  /** Does `work` while nobody copies the files of the run. @throws a refusal when somebody is at it */
  async whileDeleted(runId: string, work: () => Promise<void>): Promise<void> {
    if (this.#copied.has(runId)) {
      const why = 'Its results are being copied for a run that goes on with them. Delete it once that run has begun.';
      throw refusal('notAllowed', why);
    }
    this.#deleted.add(runId);
    try {
      await work();
    } finally {
      this.#deleted.delete(runId);
    }
  }
}
