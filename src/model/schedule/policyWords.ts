/** What a schedule does when things do not go as planned, in words. */
import type { MissedPolicy, OverlapPolicy } from './schedule';

export interface PolicyWords {
  readonly label: string;
  readonly detail: string;
}

export const missedWords: Readonly<Record<MissedPolicy, PolicyWords>> = {
  once: { label: 'Run once', detail: 'Run as soon as the engine is there again, once for all times that were missed' },
  skip: { label: 'Skip', detail: 'Leave missed times out and wait for the next one' },
};

export const overlapWords: Readonly<Record<OverlapPolicy, PolicyWords>> = {
  skip: { label: 'Skip', detail: 'Leave this time out, and let the run before go on' },
  queue: { label: 'Queue', detail: 'Wait for the end of the run before, then start' },
  stop: { label: 'Stop the old', detail: 'Stop the run before, then start' },
};
