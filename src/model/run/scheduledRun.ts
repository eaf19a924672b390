/** A run that waits for the time of its schedule, in words. */
import type { Schedule } from '../schedule/schedule';
import { missedWords, overlapWords } from '../schedule/policyWords';
import { nextTimes } from '../schedule/nextTimes';
import { timeOfTiming } from '../schedule/timeOfTiming';
import { timingWords } from '../schedule/timingWords';
import type { Fact } from './runText';

const timesShown = 5;

/** The facts of its schedule for a tooltip. `timeZone` is the reader's. */
export function scheduleFacts(schedule: Schedule, timeZone: string, now: number): Fact[] {
  const { timing, missed, overlap, author, note } = schedule;
  const times = nextTimesOf(schedule, now).map((time) => timeOfTiming(time, timing, timeZone));
  const zone = timing.kind === 'cron' ? timing.timeZone : timeZone;
  const facts: Fact[] = [
    { name: 'Schedule', value: timingWords(timing, timeZone) },
    { name: times.length > 1 ? `Next times (${zone})` : `Time (${zone})`, value: times.join('; ') },
    { name: 'When missed', value: missedWords[missed].label },
  ];
  if (timing.kind === 'cron') {
    facts.push({ name: 'When the run before is active', value: overlapWords[overlap].label });
  }
  facts.push({ name: 'Scheduled by', value: author });
  if (note !== null) facts.push({ name: 'Note', value: note });
  return facts.filter(({ value }) => value !== '');
}

/** The times to come, the one that a run waits for first; at most five, ISO 8601 in UTC. */
export function nextTimesOf({ timing, nextAt }: Schedule, now: number): readonly string[] {
  if (nextAt === null) return [];
  return [nextAt, ...nextTimes(timing, new Date(Math.max(Date.parse(nextAt), now)), timesShown - 1)];
}
