/** A time of a schedule, as a clock of its time zone shows it. */
import type { ScheduleTiming } from './schedule';

/**
 * `Tue, 24 Nov 2026, 02:00`: the day of the week too, by which a wrong schedule is noticed. A single time is by the clock of
 * `timeZone`, which is the reader's.
 */
export function timeOfTiming(time: string, timing: ScheduleTiming, timeZone: string): string {
  const seconds = new Date(time).getUTCSeconds() === 0 ? {} : ({ second: '2-digit' } as const);
  return new Date(time).toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...seconds,
    timeZone: zoneOf(timing, timeZone),
  });
}

/** The same, with the zone: `Tue, 24 Nov 2026, 02:00 (Europe/Berlin)`. */
export function timeWithZone(time: string, timing: ScheduleTiming, timeZone: string): string {
  return `${timeOfTiming(time, timing, timeZone)} (${zoneOf(timing, timeZone)})`;
}

/** The time zone of this machine. */
export function hereTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function zoneOf(timing: ScheduleTiming, timeZone: string): string {
  return timing.kind === 'cron' ? timing.timeZone : timeZone;
}
