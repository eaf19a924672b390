/** Schedule…: asks, saves what is on screen like Run does, and hands it to the engine. Change Schedule… asks the same again. */
import path from 'node:path';
import * as vscode from 'vscode';
import { nodeEnvironment } from '../../engine/client/client';
import { dueWords } from '../../model/run/dueWords';
import type { Schedule } from '../../model/schedule/schedule';
import { changeSchedule, createSchedule } from '../../protocol/schedules';
import { Refusal } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { commandIds } from '../ids';
import type { RunTree } from '../runTree/runTree';
import { plainSentence, quoted } from '../shownText';
import { runnableLive, saveLive } from '../workflowEditor/runLive';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';
import { timings } from './loadTimings';
import { askForSchedule } from './scheduleSteps';
import { hereTimeZone } from '../../model/schedule/timeOfTiming';

export interface ScheduleParts {
  readonly connection: EngineConnection;
  readonly editors: WorkflowEditors;
  readonly workspaceRuns: RunTree;
}

/** Schedules the workflow at the absolute path. @throws UserCancelled, Refusal, or the engine's sentence */
export async function scheduleWorkflow(
  file: string,
  { connection, editors, workspaceRuns }: ScheduleParts,
): Promise<void> {
  const share = await editors.versions.workflows.share(file);
  try {
    const { live } = share;
    const { path: workflowPath, workspace } = live.place;
    // Before anything is asked: nobody answers four questions to hear of an error in the file.
    const { parsed } = await runnableLive(live);
    const title = vscode.l10n.t('Schedule {0}', path.basename(workflowPath));
    const settings = await askForSchedule({ title, workflowPath, inputs: parsed.inputs, before: null });
    await saveLive(live, await runnableLive(live));
    const environment = nodeEnvironment(process.env);
    const made = await connection.send(createSchedule, { workflowPath, workspace, settings, environment });
    tell(vscode.l10n.t('Scheduled'), made, workspaceRuns);
  } finally {
    share.dispose();
  }
}

/** Asks for all settings of the schedule anew. @throws as above */
export async function changeScheduleOf(before: Schedule, parts: ScheduleParts): Promise<void> {
  const { connection, editors, workspaceRuns } = parts;
  const { path: workflowPath, name } = before.workflow;
  const share = await editors.versions.workflows.share(workflowPath);
  try {
    const seen = await share.live.settled();
    if (seen.kind === 'gone') {
      throw new Refusal(
        vscode.l10n.t(
          'The workflow file {0} is gone, so its schedule cannot be changed. Bring the file back, or remove the schedule.',
          quoted(workflowPath),
        ),
      );
    }
    const { parsed } = await runnableLive(share.live);
    const title = vscode.l10n.t('Change the Schedule of {0}', quoted(before.name ?? name));
    const settings = await askForSchedule({ title, workflowPath, inputs: parsed.inputs, before });
    await saveLive(share.live, await runnableLive(share.live));
    const changed = await connection.send(changeSchedule, { scheduleId: before.id, settings });
    tell(vscode.l10n.t('Schedule changed'), changed, workspaceRuns);
  } finally {
    share.dispose();
  }
}

/** `Scheduled: every day at 02:00, next in 5 h.` */
function tell(done: string, { timing, nextAt, runId }: Schedule, workspaceRuns: RunTree): void {
  const words = timings().timingWords(timing, hereTimeZone());
  const told =
    nextAt === null || timing.kind === 'once'
      ? vscode.l10n.t('{0}: {1}.', done, words)
      : vscode.l10n.t('{0}: {1}, next {2}.', done, words, dueWords(nextAt, Date.now()));
  if (runId === null) {
    void vscode.window.showInformationMessage(plainSentence(told));
    return;
  }
  const show = vscode.l10n.t('Show');
  void vscode.window.showInformationMessage(plainSentence(told), show).then((pressed) => {
    if (pressed === show) void showRun(runId, workspaceRuns);
  });
}

/** Selects the row of the run that waits, with its details below; the row may be filtered out. */
async function showRun(runId: string, workspaceRuns: RunTree): Promise<void> {
  await vscode.commands.executeCommand(commandIds.viewDetails, runId);
  await workspaceRuns.reveal(runId, 'Scheduled');
}
