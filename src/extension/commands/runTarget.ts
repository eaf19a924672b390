/** Which runs a command is about: rows of a tree, an id or several from another part, or the user's pick. */
import * as z from 'zod/mini';
import { getRun } from '../../protocol/engine';
import { allows, type RunAction } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import { viewIds } from '../ids';
import { isRunTreeElement, type RunTreeElement } from '../runTree/elements';
import { Refusal } from './commandErrors';
import type { CommandContext } from './commandContext';
import { pickRun } from './pickRun';

const runIds = z.array(z.string()).check(z.minLength(1));

export interface RunTarget {
  readonly run: RunSummary;
  /** The node that was meant; null: the run as a whole. */
  readonly nodeId: string | null;
}

/**
 * The runs that a command was called for and that allow the action. From a tree with several selected rows these are all
 * of them; from the palette it is the run that the user picks.
 * @throws UserCancelled, Refusal
 */
export async function targetsOf(
  context: CommandContext,
  action: RunAction,
  parameters: readonly unknown[],
): Promise<readonly [RunTarget, ...RunTarget[]]> {
  const asked = await askedFor(context, parameters);
  if (asked.length === 0) return [{ run: await pickRun(context.connection, action), nodeId: null }];
  const [first, ...others] = asked.filter(({ run }) => allows(run, action));
  if (first) return [first, ...others];
  throw new Refusal(`${asked.map(({ run }) => `“${run.name}” is ${run.status}`).join(', ')}: this cannot be done now.`);
}

/** The one run that a command was called for, or that the user picks. */
export async function targetOf(
  context: CommandContext,
  action: RunAction,
  parameters: readonly unknown[],
): Promise<RunTarget> {
  const [target] = await targetsOf(context, action, parameters.slice(0, 1));
  return target;
}

async function askedFor(context: CommandContext, parameters: readonly unknown[]): Promise<readonly RunTarget[]> {
  const [first, selected] = parameters;
  // A key of a view brings no row: it says its view, and means what is selected there.
  if (first === viewIds.workspaceRuns) return context.workspaceRuns.selection.flatMap(targetIn);
  if (first === viewIds.workflowRuns) return context.workflowRuns.selection.flatMap(targetIn);
  const ids = runIds.safeParse(typeof first === 'string' ? [first] : first);
  if (ids.success) return Promise.all(ids.data.map((id) => byId(context, id)));
  if (!isRunTreeElement(first)) return [];
  const rows = Array.isArray(selected) && selected.includes(first) ? selected.filter(isRunTreeElement) : [first];
  return rows.flatMap(targetIn);
}

async function byId({ connection }: CommandContext, id: string): Promise<RunTarget> {
  return { run: await connection.send(getRun, { run: id }), nodeId: null };
}

function targetIn(element: RunTreeElement): RunTarget[] {
  switch (element.kind) {
    case 'run':
      return [{ run: element.run, nodeId: null }];
    case 'workflow':
      return [{ run: element.parent.run, nodeId: null }];
    case 'nodeRun':
      return [{ run: element.parent.run, nodeId: element.nodeRun.id }];
    case 'group':
    case 'loadMore':
    case 'wayOut':
      return [];
  }
}
