/** Manage Schedules…: all schedules of the open folders, the paused ones too, which have no row in the trees. */
import * as vscode from 'vscode';
import type { Schedule } from '../../model/schedule/schedule';
import { pauseSchedule, resumeSchedule } from '../../protocol/schedules';
import { Refusal, UserCancelled } from '../commands/commandErrors';
import { requireTrust } from '../commands/trust';
import type { EngineConnection } from '../engineConnection';
import { commandIds } from '../ids';
import { workspaceFilter } from '../runTree/openFolders';
import { sentenceOf } from '../sentence';
import type { KnownSchedules } from './knownSchedules';
import { confirmAndRemove } from './removeSchedule';
import { scheduleButtons, scheduleItem, type ScheduleItem } from './scheduleItems';
import { changeScheduleOf, type ScheduleParts } from './scheduleWorkflow';

/** What is chosen closes the list when it asks for more. */
type Chosen = { readonly action: 'change' | 'remove'; readonly schedule: Schedule };

/**
 * Shows the list until it is left; it comes back after a question about one of its rows.
 * @throws Refusal when nothing is scheduled, or the engine's sentence
 */
export async function manageSchedules(known: KnownSchedules, parts: ScheduleParts): Promise<void> {
  const folders = (await workspaceFilter())?.folders ?? null;
  for (;;) {
    const chosen = await listSchedules(known, folders, parts);
    if (chosen === null) return;
    try {
      if (chosen.action === 'change') await changeScheduleOf(chosen.schedule, parts);
      else await confirmAndRemove(chosen.schedule, parts.connection);
    } catch (error) {
      if (!(error instanceof UserCancelled)) throw error;
    }
    if (schedulesIn(await known.all(), folders).length === 0) return;
  }
}

async function listSchedules(
  known: KnownSchedules,
  folders: readonly string[] | null,
  { connection }: ScheduleParts,
): Promise<Chosen | null> {
  if (schedulesIn(await known.all(), folders).length === 0) throw nothingScheduled();
  const pick = vscode.window.createQuickPick<ScheduleItem>();
  pick.title = vscode.l10n.t('Schedules');
  pick.placeholder = vscode.l10n.t('Choose a schedule to change it');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const draw = async (): Promise<void> => {
    const active = pick.activeItems[0]?.schedule.id;
    pick.keepScrollPosition = true;
    pick.items = schedulesIn(await known.all(), folders).map((schedule) => scheduleItem(schedule, Date.now()));
    const still = pick.items.filter(({ schedule }) => schedule.id === active);
    if (still.length > 0) pick.activeItems = still;
  };
  const tell = (error: unknown): void => void vscode.window.showErrorMessage(sentenceOf(error));
  const subscription = known.onDidChange(() => void draw().catch(tell));
  const chosen = new Promise<Chosen | null>((resolve) => {
    pick.onDidHide(() => resolve(null));
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item !== undefined) resolve({ action: 'change', schedule: item.schedule });
    });
    pick.onDidTriggerItemButton(({ button, item: { schedule } }) => {
      const scheduleId = schedule.id;
      switch (button) {
        case scheduleButtons.change:
          return resolve({ action: 'change', schedule });
        case scheduleButtons.remove:
          return resolve({ action: 'remove', schedule });
        case scheduleButtons.pause:
          return void connection.send(pauseSchedule, { scheduleId }).catch(tell);
        case scheduleButtons.resume:
          return void resume(scheduleId, connection).catch(tell);
        case scheduleButtons.showLastRun:
          resolve(null);
          return void vscode.commands.executeCommand(commandIds.viewDetails, schedule.lastRunId);
      }
    });
  });
  try {
    await draw();
    pick.show();
    return await chosen;
  } finally {
    subscription.dispose();
    pick.dispose();
  }
}

/** Lets it start runs again. @throws Refusal, or the engine's sentence */
async function resume(scheduleId: string, connection: EngineConnection): Promise<void> {
  requireTrust();
  await connection.send(resumeSchedule, { scheduleId });
}

function schedulesIn(schedules: readonly Schedule[], folders: readonly string[] | null): readonly Schedule[] {
  if (folders === null) return schedules;
  return schedules.filter(({ workflow }) =>
    folders.some((folder) => workflow.path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)),
  );
}

function nothingScheduled(): Refusal {
  return new Refusal(vscode.l10n.t('Nothing is scheduled in this workspace.'), [
    { title: vscode.l10n.t('Schedule…'), command: commandIds.scheduleWorkflow, parameters: [] },
  ]);
}
