/** Asks for the inputs of a run, filled in from one before it. */
import path from 'node:path';
import * as vscode from 'vscode';
import { draftsFrom } from '../../model/run/inputDrafts';
import { everyRun } from '../../model/run/query';
import type { RunDetails, RunInput } from '../../model/run/run';
import type { WorkflowInput } from '../../model/workflow/workflow';
import { getRun, listRuns } from '../../protocol/engine';
import { Refusal } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { commandIds } from '../ids';
import { quoted } from '../shownText';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import { chooseInputs } from './chooseInputs';

/** For a run of the live workflow, whose last run fills in. @throws Refusal when it has no inputs, UserCancelled */
export async function inputsForWorkflow(
  workflowPath: string,
  inputs: readonly WorkflowInput[],
  connection: EngineConnection,
): Promise<Record<string, string>> {
  const filter = { ...everyRun, workflowPaths: [workflowPath] };
  const { runs } = await connection.send(listRuns, { filter, order: 'newest', limit: 1, after: null });
  const [newest] = runs;
  const last = newest === undefined ? null : (await connection.send(getRun, { run: newest.id })).inputs;
  return chosen(vscode.l10n.t('Run {0}', path.basename(workflowPath)), workflowPath, inputs, last);
}

/** For another run of a past version, filled in from that run. @throws Refusal when it has no inputs, UserCancelled */
export async function inputsForRunAgain(run: RunDetails, snapshots: RunSnapshots): Promise<Record<string, string>> {
  const { workflow } = await snapshots.of(run.id);
  return chosen(vscode.l10n.t('Run {0} Again', quoted(run.name)), run.workflow.path, workflow.inputs, run.inputs);
}

async function chosen(
  title: string,
  workflowPath: string,
  inputs: readonly WorkflowInput[],
  last: readonly RunInput[] | null,
): Promise<Record<string, string>> {
  const name = path.basename(workflowPath);
  if (inputs.length === 0) {
    throw new Refusal(vscode.l10n.t('{0} has no inputs: Run starts it as it is.', name), [
      { title: vscode.l10n.t('Run'), command: commandIds.runWorkflow, parameters: [vscode.Uri.file(workflowPath)] },
    ]);
  }
  const folder = path.dirname(workflowPath);
  const drafts = draftsFrom(inputs, last, (relative) => path.resolve(folder, relative));
  return chooseInputs(title, drafts, vscode.Uri.file(folder));
}
