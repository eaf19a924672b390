/** A schedule's timing in the few words that a row has room for. */
import { cronTimeText } from './cronTimeText';
import { describeTiming } from './describeTiming';
import type { ScheduleTiming } from './schedule';

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/**
 * `every day at 02:00`, `weekdays at 08:00`, `once, Tue, 24 Nov 2026, 02:00`. The time zone is named only when it is another than
 * the reader's `timeZone`.
 */
export function timingWords(timing: ScheduleTiming, timeZone: string): string {
  switch (timing.kind) {
    case 'once':
      return `once, ${cronTimeText(timing.at, timeZone)}`;
    case 'cron': {
      const words = commonWords(timing.expression) ?? otherWords(timing);
      return timing.timeZone === timeZone ? words : `${words} (${timing.timeZone})`;
    }
  }
}

/** The patterns that people schedule by; null for all others. */
function commonWords(expression: string): string | null {
  const [minute = '', hour = '', dayOfMonth, month, dayOfWeek = ''] = expression.split(' ');
  if (!/^\d\d?$/.test(minute) || dayOfMonth !== '*' || month !== '*') return null;
  if (hour === '*') return dayOfWeek === '*' ? everyHour(minute) : null;
  if (!/^\d\d?$/.test(hour)) return null;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (dayOfWeek === '*') return `every day at ${time}`;
  if (dayOfWeek === '1-5' || dayOfWeek.toUpperCase() === 'MON-FRI') return `weekdays at ${time}`;
  const day = /^[0-7]$/.test(dayOfWeek) ? days[Number(dayOfWeek)] : undefined;
  return day === undefined ? null : `every ${day} at ${time}`;
}

function everyHour(minute: string): string {
  return Number(minute) === 0 ? 'every hour' : `every hour at :${minute.padStart(2, '0')}`;
}

function otherWords(timing: ScheduleTiming & { kind: 'cron' }): string {
  const words = describeTiming(timing).replace(` (${timing.timeZone})`, '');
  return words === timing.expression ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
