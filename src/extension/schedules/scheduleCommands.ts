/** The commands about schedules: of the workflow in front, of the Scheduled run of a row, and of the workspace. */
import * as vscode from 'vscode';
import type { RunAction } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import type { Schedule } from '../../model/schedule/schedule';
import { pauseSchedule } from '../../protocol/schedules';
import type { CommandContext } from '../commands/commandContext';
import { Refusal } from '../commands/commandErrors';
import type { CommandHandlers } from '../commands/registerCommands';
import { targetOf } from '../commands/runTarget';
import { requireTrust } from '../commands/trust';
import { workflowToRun } from '../commands/workflowCommands';
import { commandIds } from '../ids';
import { isRunTreeElement } from '../runTree/elements';
import { quoted } from '../shownText';
import type { KnownSchedules } from './knownSchedules';
import { manageSchedules } from './manageSchedules';
import { confirmAndRemove } from './removeSchedule';
import { runNow } from './runNow';
import { changeScheduleOf, scheduleWorkflow } from './scheduleWorkflow';
import { doNotStartAtLogin, startAtLogin } from './startAtLogin';

type ScheduleCommand =
  | typeof commandIds.scheduleWorkflow
  | typeof commandIds.manageSchedules
  | typeof commandIds.changeSchedule
  | typeof commandIds.pauseSchedule
  | typeof commandIds.removeSchedule
  | typeof commandIds.runNow
  | typeof commandIds.startAtLogin
  | typeof commandIds.doNotStartAtLogin;

/** Handlers of the commands about schedules. `extensionPath`: folder of the extension. */
export function scheduleCommands(
  context: CommandContext,
  known: KnownSchedules,
  extensionPath: string,
): Pick<CommandHandlers, ScheduleCommand> {
  const { connection, editors } = context;
  const scheduled = async (action: RunAction, parameters: readonly unknown[]): Promise<Schedule> => {
    const { run } = await targetOf(context, action, parameters);
    return scheduleOf(run, known);
  };
  return {
    [commandIds.scheduleWorkflow]: async (asked) => {
      const title = vscode.l10n.t('Schedule a Workflow');
      await scheduleWorkflow(await workflowToRun(workflowOfRow(asked), editors, title), context);
    },
    [commandIds.manageSchedules]: () => manageSchedules(known, context),
    [commandIds.changeSchedule]: async (...parameters) => {
      requireTrust();
      await changeScheduleOf(await scheduled('changeSchedule', parameters), context);
    },
    [commandIds.pauseSchedule]: async (...parameters) => {
      const { id, name, workflow } = await scheduled('pauseSchedule', parameters);
      await connection.send(pauseSchedule, { scheduleId: id });
      const told = vscode.l10n.t('The schedule of {0} is paused.', quoted(name ?? workflow.name));
      const manage = vscode.l10n.t('Manage Schedules…');
      void vscode.window.showInformationMessage(told, manage).then((pressed) => {
        if (pressed === manage) void vscode.commands.executeCommand(commandIds.manageSchedules);
      });
    },
    [commandIds.removeSchedule]: async (...parameters) => {
      await confirmAndRemove(await scheduled('removeSchedule', parameters), connection);
    },
    [commandIds.runNow]: async (...parameters) => {
      requireTrust();
      const { run } = await targetOf(context, 'runNow', parameters);
      await runNow(run, await scheduleOf(run, known), context);
    },
    [commandIds.startAtLogin]: () => startAtLogin(extensionPath),
    [commandIds.doNotStartAtLogin]: () => doNotStartAtLogin(extensionPath),
  };
}

/** A row of a tree stands for its workflow. */
function workflowOfRow(asked: unknown): unknown {
  if (!isRunTreeElement(asked)) return asked;
  const run =
    asked.kind === 'run' ? asked.run : 'parent' in asked && asked.parent.kind === 'run' ? asked.parent.run : null;
  return run === null ? undefined : vscode.Uri.file(run.workflow.path);
}

async function scheduleOf(run: RunSummary, known: KnownSchedules): Promise<Schedule> {
  const schedule = (await known.all()).find(({ id }) => id === run.scheduleId);
  if (schedule !== undefined) return schedule;
  throw new Refusal(vscode.l10n.t('The schedule of {0} was removed meanwhile.', quoted(run.name)));
}
