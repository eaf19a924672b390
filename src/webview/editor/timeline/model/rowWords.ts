/** What is said of a row of the timeline: for those who hear it, and in its tooltip. */
import { durationText, nodeStatusLook } from '../../../../model/run/display';
import type { AttemptSegment } from '../../../../model/run/timeline/segments';
import type { Timeline, TimelineRow } from '../../../../model/run/timeline/timeline';

/** Shorter waits are the engine's own work, in milliseconds. */
const noteworthy = 50;

/** "fetch, Succeeded, waited 2.0s, ran 1m 3s, attempt 2 of 2, on the critical path". */
export function rowName(row: TimelineRow): string {
  const parts = [row.title, nodeStatusLook(row.status).word];
  if (row.isModule) parts.push('module');
  if (row.isReused) parts.push('taken over from an earlier run');
  if (row.waited >= noteworthy) parts.push(`waited ${durationText(row.waited)}`);
  // While it runs the name would change with time.
  if (row.segments.some((segment) => segment.kind === 'attempt' && segment.isOpen)) parts.push('still going');
  else if (row.segments.some(({ kind }) => kind === 'attempt')) parts.push(`ran ${durationText(row.ran)}`);
  if (row.attempt > 1) parts.push(`attempt ${row.attempt} of ${row.attempt}`);
  if (row.isCritical) parts.push('on the critical path');
  if (row.message !== null && row.status !== 'succeeded') parts.push(row.message);
  return parts.join(', ');
}

/** What stands beside the bar: the status where it is not plain success, and the time. */
export function barLabel(row: TimelineRow): string {
  if (row.isReused) return 'Taken over from an earlier run';
  const { word } = nodeStatusLook(row.status);
  if (row.segments.length === 0) return row.status === 'pending' ? '' : word;
  if (row.status === 'pending') return `Waiting ${durationText(row.waited)}`;
  const tries = row.attempt > 1 ? ` · ${row.attempt} attempts` : '';
  const time = durationText(row.ran);
  return row.status === 'succeeded' ? `${time}${tries}` : `${word} ${time}${tries}`;
}

/** Facts for the tooltip, in lines of name and value. */
export function rowFacts(row: TimelineRow): (readonly [name: string, value: string])[] {
  const facts: (readonly [string, string])[] = [['Status', nodeStatusLook(row.status).word]];
  if (row.isReused) return [...facts, ['Result', 'taken over from an earlier run']];
  if (row.readyAt === null) return row.endedAt === null ? [...facts, ['Waits for', 'what it needs to end']] : facts;
  if (!row.isModule) facts.push(['Ready', timeText(row.readyAt)]);
  if (row.waited > 0) facts.push(['Waited', durationText(row.waited)]);
  if (row.startedAt !== null) facts.push(['Started', timeText(row.startedAt)]);
  if (row.endedAt !== null) facts.push(['Ended', timeText(row.endedAt)]);
  if (row.ran > 0) facts.push(['Ran', durationText(row.ran)]);
  const attempts = row.segments.filter((segment): segment is AttemptSegment => segment.kind === 'attempt');
  if (attempts.length > 1) for (const attempt of attempts) facts.push(attemptFact(attempt));
  if (row.isCritical) facts.push(['Critical path', 'yes: the end of the run waited for it']);
  return facts;
}

function attemptFact({ attempt, status, exitCode, from, to }: AttemptSegment): readonly [string, string] {
  const word = status === 'lost' ? 'Lost' : nodeStatusLook(status).word;
  const code = exitCode === null || exitCode === 0 ? '' : `, exit code ${exitCode}`;
  return [`Attempt ${attempt ?? ''}`.trim(), `${word} after ${durationText(to - from)}${code}`];
}

/** To the millisecond, since bars are that fine. */
function timeText(time: number): string {
  return exact.format(time);
}

const exact = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** Where the time of the run went, in short sentences. */
export function summaryWords({ criticalPath, waited, longest, rows }: Timeline): string[] {
  const byPath = new Map(rows.map((row) => [row.path, row]));
  const critical = criticalPath.flatMap((path) => byPath.get(path) ?? []);
  const words: string[] = [];
  if (critical.length > 0) {
    const ran = critical.reduce((sum, row) => sum + row.ran, 0);
    const nodes = critical.length === 1 ? '1 node' : `${critical.length} nodes`;
    words.push(`Critical path: ${nodes}, ${durationText(ran)}`);
  }
  if (waited >= noteworthy) words.push(`Waited ${durationText(waited)} for a free slot in all`);
  const slowest = longest.flatMap((path) => byPath.get(path) ?? [])[0];
  if (slowest !== undefined) words.push(`Longest: ${slowest.title}, ${durationText(slowest.ran)}`);
  return words;
}
