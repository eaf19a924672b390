/** What can be done to the runs that a menu is opened for. */
import { actionLook } from '../../../model/run/actionLook';
import { allowedActions, allows, type RunAction } from '../../../model/run/actions';
import type { RunSummary } from '../../../model/run/run';

/** Actions that make sense for several runs at once. */
const onSeveral = ['stop', 'compareRuns', 'exportIps', 'delete'] as const satisfies readonly RunAction[];

export interface OfferedAction {
  readonly id: RunAction;
  readonly label: string;
  readonly icon: string;
  /** Ids of the runs that allow it. */
  readonly runIds: readonly string[];
}

/** Every action that the run allows, or those that at least one of several runs allows, with their number. */
export function offeredActions(runs: readonly RunSummary[]): readonly OfferedAction[] {
  const [only] = runs;
  if (only === undefined) return [];
  if (runs.length === 1) {
    return allowedActions(only).map((id) => ({ id, ...lookOf(id, only), runIds: [only.id] }));
  }
  return onSeveral.flatMap((id) => {
    const allowing = runs.filter((run) => allows(run, id));
    const runIds = allowing.map((run) => run.id);
    // Two are compared, no more and no fewer.
    if (id === 'compareRuns' && (runs.length !== 2 || runIds.length !== 2)) return [];
    // One that waits for its time is cancelled, yet the others are stopped.
    const { label, icon } = lookOf(id, allowing.find(({ status }) => status !== 'Scheduled') ?? only);
    return runIds.length === 0 ? [] : [{ id, label: `${label} (${runIds.length})`, icon, runIds }];
  });
}

function lookOf(id: RunAction, { status }: RunSummary): { readonly label: string; readonly icon: string } {
  const { label, icon } = actionLook(id, status);
  return { label, icon };
}
