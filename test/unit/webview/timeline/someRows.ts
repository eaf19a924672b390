/** Rows of a timeline as data, for tests of what is said of them and what keys do. */
import type { TimelineRow } from '../../../../src/model/run/timeline/timeline';

export const zero = Date.parse('2026-03-02T09:00:00.000Z');

/** A node that ran for ten seconds at once, except for what is said otherwise. */
export function someRow(path: string, different: Partial<TimelineRow> = {}): TimelineRow {
  const at = path.lastIndexOf('/');
  return {
    path,
    title: path.slice(at + 1),
    level: path.split('/').length,
    module: at < 0 ? null : path.slice(0, at),
    isModule: false,
    status: 'succeeded',
    readyAt: zero,
    startedAt: zero,
    endedAt: zero + 10_000,
    segments: [someAttempt(0, 10)],
    waited: 0,
    ran: 10_000,
    attempt: 1,
    isReused: false,
    isCritical: false,
    message: null,
    ...different,
  };
}

type Attempt = Extract<TimelineRow['segments'][number], { kind: 'attempt' }>;

/** From and to in seconds. */
export function someAttempt(from: number, to: number, different: Partial<Attempt> = {}): Attempt {
  return {
    kind: 'attempt',
    from: zero + from * 1000,
    to: zero + to * 1000,
    attempt: 1,
    status: 'succeeded',
    isOpen: false,
    exitCode: 0,
    message: null,
    ...different,
  };
}
