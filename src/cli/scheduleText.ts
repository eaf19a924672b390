/** Schedules as the terminal and `--json` show them. */
import { describeTiming } from '../model/schedule/describeTiming';
import { nextTimes } from '../model/schedule/nextTimes';
import type { Schedule } from '../model/schedule/schedule';
import { hereTimeZone, timeWithZone } from '../model/schedule/timeOfTiming';
import { cellText, plainText } from './plainText';
import { alignedColumns, toned } from './terminal';

const timesShown = 5;

/** A promise to scripts, so each field is named here. Times are ISO 8601 in UTC. */
export function scheduleJson(schedule: Schedule): object {
  const { path, name, project, workspace } = schedule.workflow;
  return {
    id: schedule.id,
    workflow: { path, name, project, workspace },
    timing: schedule.timing,
    words: describeTiming(schedule.timing, hereTimeZone()),
    missed: schedule.missed,
    overlap: schedule.overlap,
    inputs: schedule.inputs,
    name: schedule.name,
    fleet: schedule.fleet,
    author: schedule.author,
    createdAt: schedule.createdAt,
    isPaused: schedule.isPaused,
    nextAt: schedule.nextAt,
    runId: schedule.runId,
    lastRunId: schedule.lastRunId,
    note: schedule.note,
  };
}

/** The header and a line for each schedule; nothing for none. */
export function scheduleTable(schedules: readonly Schedule[]): string[] {
  if (schedules.length === 0) return [];
  const rows = schedules.map((schedule) => [
    schedule.id,
    schedule.isPaused ? 'paused' : schedule.nextAt === null ? '-' : dueText(schedule, schedule.nextAt),
    cellText(describeTiming(schedule.timing, hereTimeZone())),
    cellText(schedule.name ?? schedule.workflow.name),
    cellText(schedule.note ?? ''),
  ]);
  return alignedColumns([['SCHEDULE', 'NEXT', 'WHEN', 'NAME', 'NOTE'], ...rows]);
}

/** One schedule in full, with its next times. `now` in milliseconds since 1970. */
export function scheduleReport(schedule: Schedule, now: number): string[] {
  const { workflow, timing, nextAt, inputs, note } = schedule;
  const [first, ...others] =
    nextAt === null ? [] : [nextAt, ...nextTimes(timing, laterOf(nextAt, now), timesShown - 1)];
  return [
    toned(plainText(schedule.name ?? workflow.name), 'strong'),
    ...alignedColumns([
      ['Schedule', schedule.id],
      ['Workflow', workflow.path],
      ['When', plainText(describeTiming(timing, hereTimeZone()))],
      ['Next', first === undefined ? nothingNext(schedule) : dueText(schedule, first)],
      ...others.map((time) => ['', dueText(schedule, time)]),
      ['Missed', schedule.missed === 'once' ? 'run once' : 'leave out'],
      // One time has no run before it.
      ...(timing.kind === 'once' ? [] : [['Overlap', overlapWords[schedule.overlap]]]),
      ...Object.entries(inputs).map(([name, value]) => ['Input', `${name} = ${plainText(value)}`]),
      ...(note === null ? [] : [['Note', plainText(note)]]),
    ]),
  ];
}

const overlapWords = {
  skip: 'leave the time out while the run before is active',
  queue: 'wait for the end of the run before',
  stop: 'stop the run before',
} as const;

function nothingNext({ isPaused, id }: Schedule): string {
  return isPaused ? `paused; runlens schedule resume ${id}` : 'nothing more to do';
}

function laterOf(time: string, now: number): Date {
  return new Date(Math.max(Date.parse(time), now));
}

function dueText({ timing }: Schedule, time: string): string {
  return timeWithZone(time, timing, hereTimeZone());
}
