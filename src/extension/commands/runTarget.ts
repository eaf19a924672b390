/** Which runs a command is about: rows of a tree, an id or several from another part, or the user's pick. */
import * as vscode from 'vscode';
import { ResponseError } from 'vscode-jsonrpc';
import * as z from 'zod/mini';
import { allows, type RunAction } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import { engineErrors, getRun } from '../../protocol/engine';
import { viewIds } from '../ids';
import { isRunTreeElement, type RunTreeElement } from '../runTree/elements';
import { Refusal } from './commandErrors';
import type { CommandContext } from './commandContext';
import { inShort } from './onRuns';
import { pickRun } from './pickRun';
import { whyNot } from './whyNot';

/** A node of a run, as a page or the canvas names it. */
const nodeOfRun = z.object({ runId: z.string(), nodeId: z.string() });
const runIds = z.array(z.string()).check(z.minLength(1));

export interface RunTarget {
  readonly run: RunSummary;
  /** The node that was meant; null: the run as a whole. */
  readonly nodeId: string | null;
}

export interface RunTargets {
  /** Those that allow the action. */
  readonly targets: readonly [RunTarget, ...RunTarget[]];
  /** Why the others do not, a sentence each. */
  readonly refused: readonly string[];
}

/**
 * The runs that a command was called for and that allow the action. From a tree with several selected rows these are all
 * of them; from the palette it is the run that the user picks.
 * @throws UserCancelled, Refusal when none allows it
 */
export async function targetsOf(
  context: CommandContext,
  action: RunAction,
  parameters: readonly unknown[],
): Promise<RunTargets> {
  const asked = await askedFor(context, parameters);
  if (asked.length === 0) {
    return { targets: [{ run: await pickRun(context.connection, action), nodeId: null }], refused: [] };
  }
  const refused = asked.flatMap((target) => {
    if (typeof target === 'string') return [target];
    return allows(target.run, action) ? [] : [whyNot(target.run, action)];
  });
  const [first, ...others] = asked.filter(
    (target): target is RunTarget => typeof target !== 'string' && allows(target.run, action),
  );
  if (first) return { targets: [first, ...others], refused };
  throw new Refusal(inShort(refused));
}

/** The one run that a command was called for, or that the user picks. */
export async function targetOf(
  context: CommandContext,
  action: RunAction,
  parameters: readonly unknown[],
): Promise<RunTarget> {
  const { targets } = await targetsOf(context, action, parameters.slice(0, 1));
  return targets[0];
}

/** A run once, or the sentence about an id that no run has. */
type Asked = RunTarget | string;

async function askedFor(context: CommandContext, parameters: readonly unknown[]): Promise<readonly Asked[]> {
  const [first, selected] = parameters;
  // A key of a view brings no row: it says its view, and means what is selected there.
  if (first === viewIds.workspaceRuns) return onceEach(context.workspaceRuns.selection);
  if (first === viewIds.workflowRuns) return onceEach(context.workflowRuns.selection);
  if (first === viewIds.vaultRuns) return onceEach(context.vaultRuns.selection);
  if (first === viewIds.vaultRuns) return onceEach(context.vaultRuns.selection);
  const ids = runIds.safeParse(typeof first === 'string' ? [first] : first);
  if (ids.success) return Promise.all([...new Set(ids.data)].map((id) => byId(context, id)));
  const node = nodeOfRun.safeParse(first);
  if (node.success) {
    const asked = await byId(context, node.data.runId);
    return [typeof asked === 'string' ? asked : { ...asked, nodeId: node.data.nodeId }];
  }
  if (!isRunTreeElement(first)) return [];
  return onceEach(Array.isArray(selected) && selected.includes(first) ? selected.filter(isRunTreeElement) : [first]);
}

async function byId({ connection }: CommandContext, id: string): Promise<Asked> {
  try {
    return { run: await connection.send(getRun, { run: id }), nodeId: null };
  } catch (error) {
    if (!(error instanceof ResponseError) || error.code !== engineErrors.unknownRun) throw error;
    return vscode.l10n.t('The run {0} is not there any more; it was deleted.', id);
  }
}

/** A run and rows of its nodes may be selected together: it is one run. */
function onceEach(rows: readonly RunTreeElement[]): readonly RunTarget[] {
  const targets = new Map<string, RunTarget>();
  for (const target of rows.flatMap(targetIn)) {
    if (!targets.has(target.run.id)) targets.set(target.run.id, target);
  }
  return [...targets.values()];
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
