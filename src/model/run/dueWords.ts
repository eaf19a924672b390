import { relativeTime } from './display';

/** `in 5 h`, or `due now` for a time that has come and waits for its turn; `now` in milliseconds since 1970. */
export function dueWords(scheduledFor: string, now: number): string {
  return Date.parse(scheduledFor) <= now ? 'due now' : relativeTime(scheduledFor, now);
}
