/** Counts who watches a run, so that the engine is told of the first and of the last only. */
export class WatchedRuns {
  readonly #watchers = new Map<string, number>();

  add(runId: string): void {
    this.#watchers.set(runId, (this.#watchers.get(runId) ?? 0) + 1);
  }

  /** True if nobody watches the run any more. */
  remove(runId: string): boolean {
    const left = (this.#watchers.get(runId) ?? 1) - 1;
    if (left > 0) this.#watchers.set(runId, left);
    else this.#watchers.delete(runId);
    return left === 0;
  }

  ids(): readonly string[] {
    return [...this.#watchers.keys()];
  }
}
