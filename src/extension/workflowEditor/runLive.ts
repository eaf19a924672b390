/** Run: what is on screen is saved and handed to the engine, or refused with a sentence. */
import path from 'node:path';
import * as vscode from 'vscode';
import { Refusal, type NextStep } from '../commands/commandErrors';
import { requireTrust } from '../commands/trust';
import { nodeEnvironment } from '../../engine/client/client';
import type { RunSummary } from '../../model/run/run';
import { hasErrors } from '../../model/workflow/problem';
import type { WorkflowInput } from '../../model/workflow/workflow';
import type { EngineConnection } from '../engineConnection';
import { savedDocument, unsavedDocument } from '../workflows/liveTexts';
import type { LiveState, LiveWorkflow } from '../workflows/liveWorkflow';
import type { RunOrder } from '../runForm/formSource';
import type { RunObstacle } from './drawnWorkflow';

/** Why this window starts no workflow at all; null when it can. */
export function runObstacle(): RunObstacle {
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t('Trust this workspace first: a workflow runs commands on this machine.');
  }
  if (process.platform === 'win32') {
    return vscode.l10n.t('The local fleet runs on Linux and macOS. Start the workflow there.');
  }
  return null;
}

/** Says with what a workflow of these inputs is started. @throws Refusal when it is not to be */
export type OrderRun = (inputs: readonly WorkflowInput[]) => RunOrder;

/** The live workflow, if it can be run now. @throws Refusal */
export async function runnableLive(live: LiveWorkflow): Promise<LiveState & { kind: 'present' }> {
  requireTrust();
  const obstacle = runObstacle();
  if (obstacle !== null) throw new Refusal(obstacle);
  const name = path.basename(live.place.path);
  const seen = await live.settled();
  if (seen.kind === 'gone') {
    throw new Refusal(vscode.l10n.t('{0} was deleted or moved. Restore it from one of its runs.', name));
  }
  if (hasErrors(seen.parsed.problems)) throw new Refusal(errorsIn(name, seen.parsed.problems), [showProblems()]);
  return seen;
}

/**
 * Saves the workflow with its modules and scripts and starts it, as the version that was on screen.
 * @throws Refusal, or the engine's sentence
 */
export async function runLive(
  live: LiveWorkflow,
  connection: EngineConnection,
  order: OrderRun = () => ({ inputs: {}, name: null }),
): Promise<RunSummary> {
  const seen = await runnableLive(live);
  const { inputs, name } = order(seen.parsed.inputs);
  await saveLive(live, seen);
  return connection.start({
    workflowPath: live.place.path,
    workspace: live.place.workspace,
    versionId: seen.parsed.versionId,
    inputs: { ...inputs },
    name,
    fleet: null,
    environment: nodeEnvironment(process.env),
  });
}

function showProblems(): NextStep {
  return { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems', parameters: [] };
}

function errorsIn(name: string, problems: Parameters<typeof hasErrors>[0]): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const first = errors[0]?.message ?? '';
  return errors.length === 1
    ? vscode.l10n.t('{0} has an error and was not started: {1}', name, first)
    : vscode.l10n.t('{0} has {1} errors and was not started. The first: {2}', name, errors.length, first);
}

/** Saves the workflow with its modules and scripts, as far as they were edited. @throws Refusal */
export async function saveLive(live: LiveWorkflow, seen: LiveState & { kind: 'present' }): Promise<void> {
  for (const key of seen.texts.keys()) {
    const document = await unsavedDocument(path.join(live.place.workspace, key));
    if (document === undefined || (await savedDocument(document))) continue;
    throw new Refusal(vscode.l10n.t('{0} could not be saved, so nothing was started. Save it and run again.', key));
  }
}
