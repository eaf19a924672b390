/** A schedule's timing in words. */
import { toString as cronInWords } from 'cronstrue';
import { exactTime } from '../run/display';
import type { ScheduleTiming } from './schedule';

/**
 * Such as `At 02:30, Monday through Friday (Europe/Berlin)`. A single time is written in the time zone of whoever reads it.
 * A timing that is wrong, or for which there are no words, is given back as it was written.
 */
export function describeTiming(timing: ScheduleTiming): string {
  switch (timing.kind) {
    case 'once':
      return Number.isNaN(Date.parse(timing.at)) ? timing.at : `Once, ${exactTime(timing.at)}`;
    case 'cron':
      return `${words(timing.expression)} (${timing.timeZone})`;
  }
}

function words(expression: string): string {
  try {
    return cronInWords(expression, { use24HourTimeFormat: true });
  } catch {
    return expression;
  }
}
