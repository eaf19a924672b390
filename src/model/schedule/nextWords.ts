/** When a schedule starts its next run, in words. */
import { dueWords } from '../run/dueWords';
import type { Schedule } from './schedule';

/** `next in 5 h`, `paused`, or that there is nothing more to come. */
export function nextWords({ isPaused, nextAt }: Pick<Schedule, 'isPaused' | 'nextAt'>, now: number): string {
  if (isPaused) return 'Paused';
  return nextAt === null ? 'Nothing more to come' : `Next ${dueWords(nextAt, now)}`;
}
