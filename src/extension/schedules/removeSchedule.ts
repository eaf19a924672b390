/** Remove Schedule: asks by its name and words first. */
import * as vscode from 'vscode';
import type { Schedule } from '../../model/schedule/schedule';
import { removeSchedule } from '../../protocol/schedules';
import { UserCancelled } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { plainSentence, quoted } from '../shownText';
import { timings } from './loadTimings';
import { hereTimeZone } from '../../model/schedule/timeOfTiming';

/** @throws UserCancelled */
export async function confirmAndRemove(schedule: Schedule, connection: EngineConnection): Promise<void> {
  const { id, name, workflow, timing } = schedule;
  const question = vscode.l10n.t('Remove the schedule of {0}?', quoted(name ?? workflow.name));
  const words = plainSentence(timings().timingWords(timing, hereTimeZone()));
  const detail = vscode.l10n.t('It is set to run {0}. Its runs so far stay. This cannot be undone.', words);
  const button = vscode.l10n.t('Remove');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, button);
  if (answer !== button) throw new UserCancelled();
  await connection.send(removeSchedule, { scheduleId: id });
}
