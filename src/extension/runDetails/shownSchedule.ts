/** The schedule of a run, as its details show it. */
import type { RunReference, ShownSchedule } from '../../model/run/shownRun';
import { missedWords, overlapWords } from '../../model/schedule/policyWords';
import { getRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import type { KnownSchedules } from '../schedules/knownSchedules';
import { timings } from '../schedules/loadTimings';
import { hereTimeZone, timeOfTiming } from '../../model/schedule/timeOfTiming';

/** Null: it is over, or was removed. @throws EngineUnavailableError */
export async function scheduleOf(
  id: string,
  schedules: KnownSchedules,
  connection: EngineConnection,
): Promise<ShownSchedule | null> {
  const schedule = (await schedules.all()).find((one) => one.id === id);
  if (schedule === undefined) return null;
  const { timing, missed, overlap, isPaused, author, note, lastRunId } = schedule;
  const timeZone = hereTimeZone();
  const times = timings().nextTimesOf(schedule, Date.now());
  return {
    words: timings().timingWords(timing, timeZone),
    timeZone: timing.kind === 'cron' ? timing.timeZone : timeZone,
    times: times.map((iso) => ({ iso, text: timeOfTiming(iso, timing, timeZone) })),
    isPaused,
    missed: missedWords[missed].detail,
    overlap: timing.kind === 'cron' ? overlapWords[overlap].detail : null,
    author,
    note,
    lastRun: lastRunId === null ? null : await reference(lastRunId, connection),
  };
}

/** Null: it was deleted. */
async function reference(runId: string, connection: EngineConnection): Promise<RunReference | null> {
  try {
    const { id, name, status } = await connection.send(getRun, { run: runId });
    return { id, name, status };
  } catch {
    return null;
  }
}
