/** The actions on runs, as the trees, the editor and the palette offer them. */
import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { nodeEnvironment } from '../../engine/client/client';
import type { RunSummary } from '../../model/run/run';
import { deleteRun, renameRun, rerun, stopRun } from '../../protocol/engine';
import { commandIds } from '../ids';
import type { CommandContext } from './commandContext';
import { Refusal, UserCancelled } from './commandErrors';
import type { CommandHandlers } from './registerCommands';
import { nameProblem } from './runName';
import { targetOf, targetsOf } from './runTarget';
import { requireTrust } from './trust';

type RunCommand =
  | typeof commandIds.viewInEditor
  | typeof commandIds.openWorkflow
  | typeof commandIds.runAgain
  | typeof commandIds.stopRun
  | typeof commandIds.renameRun
  | typeof commandIds.restoreRun
  | typeof commandIds.deleteRun;

/** Handlers of the commands that are about a run. */
export function runCommands(context: CommandContext): Pick<CommandHandlers, RunCommand> {
  const { connection, editors } = context;
  return {
    [commandIds.viewInEditor]: async (...parameters) => {
      const { run, nodeId } = await targetOf(context, 'viewInEditor', parameters);
      await editors.openRun(run, nodeId ?? undefined);
    },
    [commandIds.openWorkflow]: async (...parameters) => {
      const { run } = await targetOf(context, 'viewInEditor', parameters);
      await requireFile(run);
      await editors.openLive(run.workflow.path);
    },
    [commandIds.runAgain]: async (...parameters) => {
      requireTrust();
      const { run } = await targetOf(context, 'runAgain', parameters);
      const environment = nodeEnvironment(process.env);
      const again = await connection.send(rerun, { runId: run.id, creationType: 'Manual', environment });
      await editors.openRun(again);
    },
    [commandIds.stopRun]: async (...parameters) => {
      const targets = await targetsOf(context, 'stop', parameters);
      await Promise.all(targets.map(({ run }) => connection.send(stopRun, { runId: run.id })));
    },
    [commandIds.renameRun]: async (...parameters) => {
      const { run } = await targetOf(context, 'rename', parameters);
      const name = await askForName(run);
      if (name !== run.name) await connection.send(renameRun, { runId: run.id, name });
    },
    [commandIds.restoreRun]: async (...parameters) => {
      const { run } = await targetOf(context, 'restore', parameters);
      await editors.restore(run.id);
    },
    [commandIds.deleteRun]: async (...parameters) => {
      const runs = (await targetsOf(context, 'delete', parameters)).map(({ run }) => run);
      await confirmDeletion(runs);
      await Promise.all(runs.map((run) => connection.send(deleteRun, { runId: run.id })));
    },
  };
}

async function requireFile(run: RunSummary): Promise<void> {
  try {
    await access(run.workflow.path);
  } catch {
    throw new Refusal(
      `The workflow file ${run.workflow.path} is gone. The run still holds the version that it ran, and can bring it back.`,
      [{ title: 'View in Editor', command: commandIds.viewInEditor, parameters: [run.id] }],
    );
  }
}

async function askForName(run: RunSummary): Promise<string> {
  const name = await vscode.window.showInputBox({
    title: 'Rename Run',
    prompt: `A name for run ${run.number} of ${run.workflow.name}`,
    value: run.name,
    validateInput: nameProblem,
  });
  if (name === undefined) throw new UserCancelled();
  return name.trim();
}

async function confirmDeletion(runs: readonly RunSummary[]): Promise<void> {
  const names = runs.map(({ name }) => `“${name}”`);
  const question = runs.length === 1 ? `Delete the run ${names.join()}?` : `Delete ${runs.length} runs?`;
  const what =
    runs.length === 1 ? 'Its logs and outputs go with it.' : `${names.join(', ')}, with their logs and outputs.`;
  const answer = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail: `${what} This cannot be undone.` },
    'Delete',
  );
  if (answer !== 'Delete') throw new UserCancelled();
}
