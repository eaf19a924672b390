/** The machines that runs used. */
import type { Store } from './store';

export interface UsedMachine {
  readonly name: string;
  /** Null when it is not known. */
  readonly ip: string | null;
}

/** Every machine that executed an attempt of the run, in the order of first use. */
export function machinesOf(store: Store, runId: string): UsedMachine[] {
  return store
    .prepare('SELECT name, ip FROM runMachines WHERE runId = ? ORDER BY place')
    .all(runId)
    .map((row) => ({ name: String(row['name']), ip: row['ip'] === null ? null : String(row['ip']) }));
}
