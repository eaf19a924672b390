/** Schedules as rows of a picker. */
import * as vscode from 'vscode';
import type { Schedule } from '../../model/schedule/schedule';
import { nextWords } from '../../model/schedule/nextWords';
import { plainText } from '../shownText';
import { timings } from './loadTimings';
import { hereTimeZone, timeOfTiming } from '../../model/schedule/timeOfTiming';

export type ScheduleButton = 'change' | 'pause' | 'resume' | 'remove' | 'showLastRun';

export interface ScheduleItem extends vscode.QuickPickItem {
  readonly schedule: Schedule;
}

/** What each button of a row does. */
export const scheduleButtons = {
  change: { iconPath: new vscode.ThemeIcon('edit'), tooltip: vscode.l10n.t('Change Schedule…') },
  pause: { iconPath: new vscode.ThemeIcon('debug-pause'), tooltip: vscode.l10n.t('Pause Schedule') },
  resume: { iconPath: new vscode.ThemeIcon('play'), tooltip: vscode.l10n.t('Resume Schedule') },
  showLastRun: { iconPath: new vscode.ThemeIcon('history'), tooltip: vscode.l10n.t('Show Last Run') },
  remove: { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Remove Schedule…') },
} as const satisfies Record<ScheduleButton, vscode.QuickInputButton>;

/** `now` in milliseconds since 1970. */
export function scheduleItem(schedule: Schedule, now: number): ScheduleItem {
  const { name, workflow, timing, isPaused, nextAt, lastRunId, note } = schedule;
  const exact = nextAt === null ? '' : ` (${timeOfTiming(nextAt, timing, hereTimeZone())})`;
  return {
    schedule,
    label: `$(${isPaused ? 'debug-pause' : 'calendar'}) ${plainText(name ?? workflow.name)}`,
    description: plainText(timings().timingWords(timing, hereTimeZone())),
    detail: plainText([`${nextWords(schedule, now)}${exact}`, note].filter(Boolean).join(' · ')),
    buttons: [
      scheduleButtons.change,
      isPaused ? scheduleButtons.resume : scheduleButtons.pause,
      ...(lastRunId === null ? [] : [scheduleButtons.showLastRun]),
      scheduleButtons.remove,
    ],
  };
}
