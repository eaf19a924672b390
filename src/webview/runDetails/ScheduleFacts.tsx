import { relativeTime } from '../../model/run/display';
import type { ShownSchedule } from '../../model/run/shownRun';
import { useNow } from '../ui/useNow';
import { Fact, Facts } from './Facts';
import { RunLink } from './Lineage';
import { LongText } from './LongText';
import { Name } from './Name';

/** When the run's schedule is due, and what it does when things do not go as planned. */
export function ScheduleFacts({ schedule }: { readonly schedule: ShownSchedule }) {
  const { words, timeZone, times, isPaused, missed, overlap, author, note, lastRun } = schedule;
  const now = useNow('live');
  return (
    <Facts>
      <Fact name="When">
        <Name text={words} />
        {isPaused && <span className="quiet">Paused</span>}
      </Fact>
      <Fact name="Time zone">{timeZone}</Fact>
      {times.length > 0 && (
        <Fact name={times.length === 1 ? 'Time' : `Next ${times.length} times`}>
          <ul className="items">
            {times.map(({ iso, text }) => (
              <li key={iso}>
                <time dateTime={iso} title={relativeTime(iso, now)}>
                  {text}
                </time>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name="When missed">{missed}</Fact>
      {overlap !== null && <Fact name="While the run before is active">{overlap}</Fact>}
      <Fact name="Scheduled by">
        <Name text={author} />
      </Fact>
      {note !== null && (
        <Fact name="Last time">
          <LongText text={note} className="item-value" />
        </Fact>
      )}
      {lastRun !== null && (
        <Fact name="Last run">
          <RunLink run={lastRun} />
        </Fact>
      )}
    </Facts>
  );
}
