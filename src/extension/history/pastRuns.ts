/** The last runs of workflows, asked of the engine once until another run has ended. */
import type { WorkflowHistory } from '../../model/history/history';
import { readHistory } from '../../model/history/history';
import { newestFirst } from '../../model/run/order';
import type { RunSummary } from '../../model/run/run';
import { getHistory } from '../../protocol/workflowHistory';
import type { EngineConnection } from '../engineConnection';

/** Enough runs to say what is usual; older ones say little of today. */
const runsRead = 30;
/** Workflows whose runs are kept. */
const mostKept = 10;

export class PastRuns {
  readonly #connection: EngineConnection;
  readonly #kept = new Map<string, Promise<WorkflowHistory>>();

  constructor(connection: EngineConnection) {
    this.#connection = connection;
  }

  /** Runs of the same workflow, the run among them. @throws EngineUnavailableError, ResponseError */
  async upTo(one: RunSummary): Promise<WorkflowHistory> {
    const { id, workflow } = one;
    const { path } = workflow;
    const newest = await (this.#kept.get(path) ?? this.#read(path));
    if (has(newest, id)) return newest;
    // One that began since, or one that is older than what is kept.
    const isNewer = newest.runs.every(({ run }) => newestFirst(run, one) > 0);
    return isNewer ? this.#read(path) : this.#ask(path, id);
  }

  /** Asks anew from now on: for one workflow, or for all. */
  forget(path?: string): void {
    if (path === undefined) this.#kept.clear();
    else this.#kept.delete(path);
  }

  #read(path: string): Promise<WorkflowHistory> {
    const asked = this.#ask(path, null);
    this.#kept.set(path, asked);
    asked.catch(() => this.#kept.delete(path));
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > mostKept && oldest.done !== true) this.#kept.delete(oldest.value);
    return asked;
  }

  async #ask(workflowPath: string, upTo: string | null): Promise<WorkflowHistory> {
    return readHistory(await this.#connection.send(getHistory, { workflowPath, limit: runsRead, upTo }));
  }
}

function has({ runs }: WorkflowHistory, id: string): boolean {
  return runs.some(({ run }) => run.id === id);
}
