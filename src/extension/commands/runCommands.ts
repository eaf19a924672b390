/** The actions on runs, as the trees, the lists, the editor and the palette offer them. */
import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { canRerunPart, type RunAction } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import { renameRun, stopRun } from '../../protocol/engine';
import { copyRunLink } from '../deepLinks/copyLink';
import { commandIds } from '../ids';
import { newWorkflowFromRun } from '../newFromRun/newFromRun';
import { quoted } from '../shownText';
import { askForName } from './askForName';
import type { CommandContext } from './commandContext';
import { Refusal } from './commandErrors';
import { deleteRuns } from './deleteRuns';
import { exportIps } from './exportIps';
import { onEachRun, onRun } from './onRuns';
import type { CommandHandlers } from './registerCommands';
import { pickNode } from './pickNode';
import { rerunRest } from './rerunPart';
import { targetOf, targetsOf } from './runTarget';
import { requireTrust, requireTrustToWrite } from './trust';
import { whyNotPart } from './whyNot';

type RunCommand =
  | typeof commandIds.viewInEditor
  | typeof commandIds.showTimeline
  | typeof commandIds.openWorkflow
  | typeof commandIds.runAgain
  | typeof commandIds.runAgainWithInputs
  | typeof commandIds.rerunFromFailed
  | typeof commandIds.rerunFromHere
  | typeof commandIds.stopRun
  | typeof commandIds.cancelTime
  | typeof commandIds.renameRun
  | typeof commandIds.exportIps
  | typeof commandIds.createWorkflow
  | typeof commandIds.restoreRun
  | typeof commandIds.copyLink
  | typeof commandIds.deleteRun;

/** Handlers of the commands that are about a run. */
export function runCommands(context: CommandContext): Pick<CommandHandlers, RunCommand> {
  const { connection, editors } = context;
  const several = async (action: RunAction, parameters: readonly unknown[]): Promise<SeveralRuns> => {
    const { targets, refused } = await targetsOf(context, action, parameters);
    const [first, ...others] = targets;
    return { runs: [first.run, ...others.map(({ run }) => run)], refused };
  };
  const rerunPart = (run: RunSummary, from: string | null): Promise<RunSummary> =>
    onRun(run, () => rerunRest(run, from, editors.versions, connection));
  const stop = async (...parameters: readonly unknown[]): Promise<void> => {
    const outcome = (done: number, meant: number): string => vscode.l10n.t('Stopping {0} of {1} runs.', done, meant);
    const asked = await several('stop', parameters);
    await onEachRun({ ...asked, outcome }, ({ id }) => connection.send(stopRun, { runId: id }));
  };
  return {
    [commandIds.viewInEditor]: async (...parameters) => {
      const { run, nodeId } = await targetOf(context, 'viewInEditor', parameters);
      await onRun(run, () => editors.openRun(run, nodeId ?? undefined));
    },
    [commandIds.showTimeline]: async (...parameters) => {
      const { run } = await targetOf(context, 'viewInEditor', parameters);
      await onRun(run, () => editors.openTimeline(run));
    },
    [commandIds.openWorkflow]: async (...parameters) => {
      const { run } = await targetOf(context, 'viewInEditor', parameters);
      await requireFile(run);
      await editors.openLive(run.workflow.path);
    },
    [commandIds.runAgain]: async (...parameters) => {
      requireTrust();
      const { run } = await targetOf(context, 'runAgain', parameters);
      const again = await onRun(run, ({ id }) => connection.startAgain(id, { kind: 'all', inputs: null }));
      await editors.openRun(again);
    },
    [commandIds.runAgainWithInputs]: async (...parameters) => {
      requireTrust();
      const { run } = await targetOf(context, 'runAgain', parameters);
      await context.runForms.openForRun(run);
    },
    [commandIds.rerunFromFailed]: async (...parameters) => {
      requireTrust();
      const { run } = await targetOf(context, 'rerunFromFailed', parameters);
      await editors.openRun(await rerunPart(run, null));
    },
    [commandIds.rerunFromHere]: async (...parameters) => {
      requireTrust();
      const { run, nodeId } = await targetOf(context, 'runAgain', parameters);
      if (!canRerunPart(run)) throw new Refusal(whyNotPart(run));
      await editors.openRun(await rerunPart(run, nodeId ?? (await pickNode(run, connection))));
    },
    [commandIds.stopRun]: stop,
    [commandIds.cancelTime]: stop,
    [commandIds.renameRun]: async (...parameters) => {
      const { run } = await targetOf(context, 'rename', parameters);
      const name = await askForName(run);
      if (name !== run.name) await onRun(run, ({ id }) => connection.send(renameRun, { runId: id, name }));
    },
    [commandIds.exportIps]: async (...parameters) => {
      const { runs, refused } = await several('exportIps', parameters);
      await exportIps(runs, refused, connection);
    },
    [commandIds.createWorkflow]: async (...parameters) => {
      requireTrustToWrite();
      const { run } = await targetOf(context, 'createWorkflow', parameters);
      const file = await onRun(run, () => newWorkflowFromRun(run, editors.versions));
      await editors.openLive(file);
    },
    [commandIds.restoreRun]: async (...parameters) => {
      requireTrustToWrite();
      const { run } = await targetOf(context, 'restore', parameters);
      await onRun(run, ({ id }) => editors.restore(id));
    },
    [commandIds.copyLink]: async (...parameters) => {
      const { run, nodeId } = await targetOf(context, 'copyLink', parameters);
      await copyRunLink(run, nodeId);
    },
    [commandIds.deleteRun]: async (...parameters) => {
      const { runs, refused } = await several('delete', parameters);
      await deleteRuns(runs, refused, connection);
    },
  };
}

interface SeveralRuns {
  readonly runs: readonly [RunSummary, ...RunSummary[]];
  readonly refused: readonly string[];
}

async function requireFile(run: RunSummary): Promise<void> {
  try {
    await access(run.workflow.path);
  } catch {
    throw new Refusal(
      vscode.l10n.t(
        'The workflow file {0} is gone: moved or deleted outside VS Code. If it was moved, `runlens move <old> <new>` in a terminal takes its runs along. The run still holds the version that it ran, and can bring it back.',
        quoted(run.workflow.path),
      ),
      [{ title: vscode.l10n.t('View in Editor'), command: commandIds.viewInEditor, parameters: [run.id] }],
    );
  }
}
