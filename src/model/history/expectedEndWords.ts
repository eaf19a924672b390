/** What is said of the end of an active run. */
import { durationText } from '../run/display';
import type { ExpectedEnd } from './expectedEnd';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** `about 3m left`, `2m to 5m left`, `at least 3m left`, `longer than usual`; null when there is nothing to say. */
export function expectedEndWords(expected: ExpectedEnd | null, now: number): string | null {
  if (expected === null) return null;
  const soonest = expected.from - now;
  if (expected.kind === 'atLeast') return soonest < second ? null : `at least ${roundText(soonest)} left`;
  const latest = expected.to - now;
  if (latest < second) return 'longer than usual';
  // Half as much again is too much for "about".
  if (latest > 1.5 * Math.max(soonest, 10 * second)) {
    const [from, to] = [roundText(Math.max(0, soonest)), roundText(latest)];
    return soonest < second ? `up to ${to} left` : from === to ? `about ${to} left` : `${from} to ${to} left`;
  }
  return soonest < 5 * second ? 'a few seconds left' : `about ${roundText(soonest)} left`;
}

/** A length of time no more exact than it is known. */
function roundText(milliseconds: number): string {
  const step =
    milliseconds < minute ? 5 * second : milliseconds < 5 * minute ? 30 * second : roundMinutes(milliseconds);
  return durationText(Math.max(step, Math.round(milliseconds / step) * step));
}

function roundMinutes(milliseconds: number): number {
  return milliseconds < hour ? minute : 5 * minute;
}
